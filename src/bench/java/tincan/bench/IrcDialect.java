package tincan.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// IRC: everybody joins one channel and talks to it. A server does not send a text back to the one who said it.
final class IrcDialect implements Dialect {
    private static final String CHANNEL = "#bench";
    private static final String SAY = "PRIVMSG " + CHANNEL + " :";
    private static final int LINE_AFTER_SENDER = SAY.length() + Stamp.TEXT + 2;
    private static final byte[] JOIN = ("JOIN " + CHANNEL + "\r\n").getBytes(StandardCharsets.US_ASCII);

    private static final String WELCOME = "001";
    private static final String END_OF_NAMES = "366";
    private static final String NO_MOTD = "422";

    private final int member;

    IrcDialect(int member) {
        this.member = member;
    }

    @Override
    public byte[] hello() {
        return String.format(Locale.ROOT, "NICK m%05d\r\nUSER bench 0 * :bench\r\n", member)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void read(Member to, ByteBuffer in) {
        int at = in.position();
        int end = lineEnd(to, in, at);
        while (end > 0) {
            at = end;
            end = lineEnd(to, in, at);
        }
        in.position(at);
    }

    /// Takes the line that begins at `at`. In one that carries a text, only the sender's name is looked through.
    ///
    /// @return where it ends, -1 if its end is not there yet
    private static int lineEnd(Member to, ByteBuffer in, int at) {
        int space = at;
        while (space < in.limit() && in.get(space) != ' ' && in.get(space) != '\n') {
            space++;
        }
        if (space + 4 > in.limit()) {
            return -1;
        }
        int word = space + 1;
        if (in.get(at) == ':' && in.get(word) == 'P' && in.get(word + 1) == 'R') {
            return said(to, in, word);
        }
        int end = Lines.end(in, at);
        if (end > 0) {
            control(to, Lines.text(in, at));
        }
        return end;
    }

    private static int said(Member to, ByteBuffer in, int word) {
        int end = word + LINE_AFTER_SENDER;
        if (end > in.limit()) {
            return -1;
        }
        to.text(in, word + SAY.length());
        return end;
    }

    private static void control(Member to, String line) {
        String[] words = line.split(" ", 3);
        String command = words[0].startsWith(":") && words.length > 1 ? words[1] : words[0];
        switch (command) {
            case "PING" -> to.send((line.replaceFirst("PING", "PONG") + "\r\n").getBytes(StandardCharsets.US_ASCII));
            case WELCOME -> to.send(JOIN);
            case END_OF_NAMES -> to.joined();
            case NO_MOTD -> {
            }
            default -> refuse(command, line);
        }
    }

    private static void refuse(String command, String line) {
        if (command.equals("ERROR") || command.matches("[45]\\d\\d")) {
            throw new IllegalStateException("the server said " + line);
        }
    }

    @Override
    public Message say() {
        return Message.line(SAY, Stamp.blank(member), "\r\n");
    }

    @Override
    public boolean echoes() {
        return false;
    }

    @Override
    public byte[] goodbye() {
        return new byte[0];
    }
}
