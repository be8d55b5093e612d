package tincan.nearby;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/// A network interface with its addresses, at one moment.
///
/// @param index by which the system knows the interface
/// @param name of the interface
/// @param loopback whether it leads to this computer only
/// @param addresses in the order of the system, at least one
record Link(int index, String name, boolean loopback, List<InetAddress> addresses) {
    Link {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("no address");
        }
    }

    /// Those by which others can be reached now. Without any it is the loopback, so that two programs on a computer
    /// without a network find each other; Linux takes multicast there, for IPv4, though the interface does not say so.
    static List<Link> usable() {
        List<Link> found = new ArrayList<>();
        List<Link> loopback = new ArrayList<>();
        try {
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                List<InetAddress> addresses = each.inetAddresses().toList();
                if (!each.isUp() || addresses.isEmpty()) {
                    continue;
                }
                if (each.isLoopback()) {
                    loopback.add(new Link(each.getIndex(), each.getName(), true, addresses));
                } else if (each.supportsMulticast() && !each.isPointToPoint()) {
                    found.add(new Link(each.getIndex(), each.getName(), false, addresses));
                }
            }
        } catch (SocketException _) {
            // one has just gone; the next look, a second later, sees the rest
        }
        return found.isEmpty() ? loopback : found;
    }
}
