package tincan.nearby;

import java.net.InetAddress;
import java.util.Map;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;

/// A program with another implementation of DNS-SD: it announces a session, and prints those it finds, until its
/// input ends.
public final class JmdnsPeer {
    private JmdnsPeer() {}

    /// @param arguments the address to speak from, the id and the title of the session to announce
    public static void main(String[] arguments) throws Exception {
        try (JmDNS jmdns = JmDNS.create(InetAddress.getByName(arguments[0]), "jmdns-computer")) {
            jmdns.addServiceListener("_tincan._tcp.local.", new ServiceListener() {
                @Override
                public void serviceAdded(ServiceEvent event) {}

                @Override
                public void serviceRemoved(ServiceEvent event) {
                    System.out.println("removed " + event.getName());
                }

                @Override
                public void serviceResolved(ServiceEvent event) {
                    ServiceInfo info = event.getInfo();
                    System.out.println("resolved %s %s %s %d".formatted(event.getName(), info.getPropertyString("id"),
                            info.getPropertyString("title"), info.getPort()));
                }
            });
            jmdns.registerService(ServiceInfo.create("_tincan._tcp.local.", arguments[2], 4711, 0, 0,
                    Map.of("v", "1", "auth", "open", "id", arguments[1], "title", arguments[2], "host", "Jim")));
            System.out.println("announced");
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        System.out.println("closed");
    }
}
