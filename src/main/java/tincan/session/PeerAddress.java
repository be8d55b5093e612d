package tincan.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a session is to be found, as people write it: `192.168.1.7`, `ada-laptop:9000`, `[fd00::12]:8462`, `fd00::12`
/// or a link `tincan://host:port/#code`.
///
/// @param host a name or a number, without brackets
/// @param port from 1 to 65535
/// @param code the code of the link, empty if there is none
public record PeerAddress(String host, int port, String code) {
    /// T-I-N-C on a telephone.
    public static final int DEFAULT_PORT = 8462;

    private static final String SCHEME = "tincan://";
    private static final Pattern HOST_PORT = Pattern
            .compile("(?:\\[(?<six>[0-9A-Fa-f:.%\\w]+)]|(?<host>[^:\\s/\\[\\]#@?]+))"
                    + "(?::(?<port>\\d{1,5}))?");
    /// Eight groups, or fewer with a run of zeros left out.
    private static final Pattern BARE_SIX = Pattern.compile("(?=.*::|(?:[^:]*:){7}[^:]*$)[0-9A-Fa-f:.]+(%\\w+)?");

    public PeerAddress {
        if (host.isEmpty() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("host " + host + ", port " + port);
        }
    }

    /// Reads what a person typed.
    ///
    /// @throws IllegalArgumentException if it is no address
    public static PeerAddress parse(String typed) {
        String text = typed.strip();
        if (text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return ofLink(text);
        }
        if (BARE_SIX.matcher(text).matches()) {
            return new PeerAddress(text, DEFAULT_PORT, "");
        }
        return ofHostPort(text, "");
    }

    private static PeerAddress ofLink(String text) {
        try {
            URI link = new URI(text);
            String authority = link.getRawAuthority();
            String code = link.getFragment();
            return ofHostPort(authority == null ? "" : authority, code == null ? "" : code);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static PeerAddress ofHostPort(String text, String code) {
        Matcher matcher = HOST_PORT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        String six = matcher.group("six");
        String port = matcher.group("port");
        return new PeerAddress(six != null ? six : matcher.group("host"),
                port == null ? DEFAULT_PORT : Integer.parseInt(port), code);
    }

    /// As a person would type it: the port only if it is not the usual one, IPv6 numbers in brackets.
    public String shown() {
        String shownHost = host.indexOf(':') >= 0 ? "[" + host + "]" : host.toLowerCase(Locale.ROOT);
        return port == DEFAULT_PORT ? shownHost : shownHost + ":" + port;
    }
}
