package tincan.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tincan.session.LocalAddress.Kind;

/// The addresses of this computer, the likeliest to be reached by another one first.
final class LocalAddresses {
    /// How the names of interfaces begin that no cable or radio belongs to.
    private static final List<String> VIRTUAL = List.of("tun", "tap", "wg", "utun", "ppp", "docker", "br-", "veth",
            "virbr", "vmnet", "vbox", "zt", "tailscale", "ipsec", "awdl", "llw", "bridge", "lxc", "podman");

    /// What the descriptions say of the same on Windows, somewhere. The makers of virtual machines are not among them:
    /// inside of one their interface is the cable.
    private static final List<String> DESCRIBED_VIRTUAL = List.of("virtual", "vpn", "wireguard", "wintun", "tap-",
            "tunnel", "nordlynx", "zerotier", "tailscale", "hamachi", "anyconnect", "fortinet", "globalprotect",
            "pangp", "wan miniport", "loopback");

    /// Called virtual by Windows, but others come in by radio: this computer is their access point.
    private static final List<String> HOT_SPOT = List.of("wi-fi direct", "hosted network", "virtual wifi");

    /// Two groups of zeros or more, with the colons around them.
    private static final Pattern ZEROS = Pattern.compile("(?:(?<=^)|:)0(?::0)+(?::|$)");

    private LocalAddresses() {}

    /// Those at which a socket bound to `bind` is reached; all if it is bound to none in particular.
    static List<LocalAddress> reaching(Optional<String> bind) {
        return bind.map(only -> all().stream().filter(one -> one.address().equals(only)).toList())
                .orElseGet(LocalAddresses::all);
    }

    static List<LocalAddress> all() {
        List<LocalAddress> found = new ArrayList<>();
        try {
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                if (each.isUp()) {
                    each.inetAddresses().filter(address -> !isLinkLocalSix(address))
                            .forEach(address -> found.add(local(each, address)));
                }
            }
        } catch (SocketException e) {
            // the system does not tell; loopback stays
        }
        if (found.isEmpty()) {
            found.add(new LocalAddress("127.0.0.1", "lo", Kind.LOOPBACK));
        }
        return likeliestFirst(found);
    }

    /// What nobody gave out (169.254/16) works between two computers and a cable alone, so it comes late; the loopback,
    /// at which nobody else comes in, last.
    static List<LocalAddress> likeliestFirst(List<LocalAddress> found) {
        return found.stream()
                .sorted(Comparator.comparing((LocalAddress one) -> one.kind() == Kind.LOOPBACK)
                        .thenComparing(one -> one.address().startsWith("169.254."))
                        .thenComparing(LocalAddress::kind)
                        .thenComparing(one -> one.address().indexOf(':') >= 0))
                .toList();
    }

    /// An IPv6 link-local address works only with the name of the caller's own interface, so it is no use to tell.
    private static boolean isLinkLocalSix(InetAddress address) {
        return address instanceof Inet6Address && address.isLinkLocalAddress();
    }

    private static LocalAddress local(NetworkInterface card, InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        String number = scope < 0 ? text : text.substring(0, scope);
        String description = Optional.ofNullable(card.getDisplayName()).orElse("");
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return new LocalAddress(shortest(number), shown(card.getName(), description, windows),
                kind(card, description, address));
    }

    /// What people know the interface by: on Windows its name is Java's own invention, such as `eth7`.
    static String shown(String name, String description, boolean windows) {
        return windows && !description.isBlank() ? description : name;
    }

    /// An IPv6 number with its longest run of zeros left out, as RFC 5952 writes it; any other text as it is.
    static String shortest(String number) {
        Matcher run = ZEROS.matcher(number);
        String longest = "";
        while (run.find()) {
            longest = run.group().length() > longest.length() ? run.group() : longest;
        }
        return longest.isEmpty() ? number : number.replaceFirst(Pattern.quote(longest), "::");
    }

    private static Kind kind(NetworkInterface card, String description, InetAddress address) {
        if (address.isLoopbackAddress()) {
            return Kind.LOOPBACK;
        }
        return card.isVirtual() || isVirtual(card.getName(), description) ? Kind.VIRTUAL : Kind.PHYSICAL;
    }

    /// @param description the same as the name, but on Windows
    static boolean isVirtual(String name, String description) {
        String words = description.toLowerCase(Locale.ROOT);
        return VIRTUAL.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith)
                || (DESCRIBED_VIRTUAL.stream().anyMatch(words::contains)
                        && HOT_SPOT.stream().noneMatch(words::contains));
    }
}
