package tincan.nearby;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// A program that announces a session until its input ends. A line of input ends it at once, without a goodbye.
public final class AnnouncingPeer {
    private AnnouncingPeer() {}

    /// @param arguments id, title, host and port
    public static void main(String[] arguments) throws Exception {
        var announcement = new Announcement(arguments[0], arguments[1], arguments[2], false, 1,
                Integer.parseInt(arguments[3]));
        try (Announcer announcer = new Announcer(announcement);
                var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            announcer.start();
            System.out.println("announced");
            if (in.readLine() != null) {
                Runtime.getRuntime().halt(1);
            }
        }
        System.out.println("closed");
    }
}
