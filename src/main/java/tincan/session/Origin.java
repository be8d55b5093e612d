package tincan.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// Where connections come from, for counting and barring: an IPv4 address, or the network of an IPv6 address, because
/// one computer has as many of those as it likes.
final class Origin {
    private static final int NETWORK_BYTES = 8;

    private Origin() {}

    /// As text, such as `192.168.1.7` or `2001:db8:0:1:0:0:0:0/64`.
    static String of(InetAddress address) {
        if (!(address instanceof Inet6Address) || address.isLoopbackAddress() || address.isLinkLocalAddress()) {
            return withoutScope(address.getHostAddress()); // all neighbours have the same link-local network
        }
        try {
            byte[] network = Arrays.copyOf(address.getAddress(), address.getAddress().length);
            Arrays.fill(network, NETWORK_BYTES, network.length, (byte) 0);
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("it has the right length", e);
        }
    }

    private static String withoutScope(String address) {
        int scope = address.indexOf('%');
        return scope < 0 ? address : address.substring(0, scope);
    }
}
