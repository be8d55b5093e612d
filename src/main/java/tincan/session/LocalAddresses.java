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
import java.util.stream.Stream;
import tincan.session.LocalAddress.Kind;

/// The addresses of this computer, the likeliest to be reached by another one first.
final class LocalAddresses {
    /// How the names of interfaces begin that no cable or radio belongs to.
    private static final List<String> VIRTUAL = List.of("tun", "tap", "wg", "utun", "ppp", "docker", "br-", "veth",
            "virbr", "vmnet", "vbox", "vethernet", "zt", "tailscale", "ipsec", "awdl", "llw", "bridge", "lxc",
            "podman");

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
        found.sort(Comparator.comparing(LocalAddress::kind).thenComparing(one -> one.address().indexOf(':') >= 0));
        return List.copyOf(found);
    }

    /// An IPv6 link-local address works only with the name of the caller's own interface, so it is no use to tell.
    private static boolean isLinkLocalSix(InetAddress address) {
        return address instanceof Inet6Address && address.isLinkLocalAddress();
    }

    private static LocalAddress local(NetworkInterface card, InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        String number = scope < 0 ? text : text.substring(0, scope);
        return new LocalAddress(shortest(number), card.getName(), kind(card, address));
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

    private static Kind kind(NetworkInterface card, InetAddress address) {
        if (address.isLoopbackAddress()) {
            return Kind.LOOPBACK;
        }
        Stream<String> names = Stream.of(card.getName(), String.valueOf(card.getDisplayName()))
                .map(name -> name.toLowerCase(Locale.ROOT));
        boolean virtual = card.isVirtual() || names.anyMatch(name -> VIRTUAL.stream().anyMatch(name::startsWith));
        return virtual ? Kind.VIRTUAL : Kind.PHYSICAL;
    }
}
