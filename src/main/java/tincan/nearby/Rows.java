package tincan.nearby;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.SRVRecord;

/// One row for each session, out of what is heard of it on all links.
final class Rows {
    /// How many sessions are shown.
    static final int MOST = 256;

    private static final int MOST_ADDRESSES = 16;

    private Rows() {}

    /// What is complete on one link.
    private record Heard(int link, long since, Description description, int port, List<InetAddress> addresses) {

        static Optional<Heard> of(int link, Sighting sighting) {
            List<InetAddress> addresses = sighting.addresses().stream().filter(Heard::canBeReached).toList();
            Optional<SRVRecord> location = sighting.location().filter(at -> at.getPort() > 0);
            return addresses.isEmpty()
                    ? Optional.empty()
                    : location.flatMap(at -> sighting.description().map(
                            said -> new Heard(link, sighting.since(), said, at.getPort(), addresses)));
        }

        private static boolean canBeReached(InetAddress address) {
            return !address.isAnyLocalAddress() && !address.isMulticastAddress();
        }
    }

    /// @param links each by the number of its interface
    static List<FoundSession> of(Map<Integer, Neighbourhood> links) {
        Map<String, List<Heard>> sessions = new LinkedHashMap<>();
        links.entrySet().stream()
                .flatMap(link -> link.getValue().sightings().stream().flatMap(
                        sighting -> Heard.of(link.getKey(), sighting).stream()))
                .sorted(Comparator.comparingLong(Heard::since).thenComparingInt(Heard::link))
                .forEach(
                        heard -> sessions.computeIfAbsent(heard.description().id(), _ -> new ArrayList<>()).add(heard));
        return sessions.values().stream().limit(MOST).map(Rows::row).toList();
    }

    /// A host that came back elsewhere is where it was heard last; what is left of its former place does not count.
    private static FoundSession row(List<Heard> heard) {
        Heard last = heard.getLast();
        Description said = last.description();
        List<String> addresses = heard.stream().filter(one -> one.port() == last.port())
                .flatMap(one -> one.addresses().stream().map(address -> scoped(one.link(), address))).distinct()
                .sorted(Comparator.comparingInt(Rows::unlikely)).limit(MOST_ADDRESSES)
                .map(address -> shown(address) + ":" + last.port()).toList();
        return new FoundSession(said.id(), said.title(), said.host(), said.open(), said.version(), addresses);
    }

    private record Scoped(InetAddress address, int link) {}

    /// A link-local address means something only together with the link.
    private static Scoped scoped(int link, InetAddress address) {
        boolean needed = address instanceof Inet6Address && address.isLinkLocalAddress();
        return new Scoped(address, needed ? link : 0);
    }

    private static int unlikely(Scoped scoped) {
        InetAddress address = scoped.address();
        int family = address instanceof Inet4Address ? 0 : 1;
        if (address.isLoopbackAddress()) {
            return 6 + family;
        }
        return (address.isLinkLocalAddress() ? 4 : 0) + 2 * family - (address.isSiteLocalAddress() ? 1 : 0);
    }

    private static String shown(Scoped scoped) {
        String number = scoped.address().getHostAddress();
        if (scoped.address() instanceof Inet4Address) {
            return number;
        }
        String digits = Stream.of(number.split("%", 2)).findFirst().orElse(number);
        String shorter = digits.replaceFirst("(^|:)0(:0)+(:|$)", "::");
        return "[" + shorter + (scoped.link() == 0 ? "" : "%" + scoped.link()) + "]";
    }
}
