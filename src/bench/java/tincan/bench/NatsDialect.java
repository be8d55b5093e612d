package tincan.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// NATS: everybody subscribes to one subject and publishes to it.
final class NatsDialect implements Dialect {
    private static final byte[] PONG = "PONG\r\n".getBytes(StandardCharsets.US_ASCII);

    private final int member;

    NatsDialect(int member) {
        this.member = member;
    }

    @Override
    public byte[] hello() {
        return ("CONNECT {\"verbose\":false,\"pedantic\":false,\"echo\":true,\"lang\":\"bench\",\"version\":\"1\"}\r\n"
                + "SUB bench 1\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void read(Member to, ByteBuffer in) {
        int at = in.position();
        int end = Lines.end(in, at);
        while (end > 0) {
            if (in.get(at) == 'M') {
                int payload = end;
                end = payload + Stamp.TEXT + 2;
                if (end > in.limit()) {
                    break;
                }
                to.text(in, payload);
            } else {
                control(to, in, at);
            }
            at = end;
            end = Lines.end(in, at);
        }
        in.position(at);
    }

    private static void control(Member to, ByteBuffer in, int at) {
        if (in.get(at) == 'P' && in.get(at + 1) == 'O') {
            to.joined();
        } else if (in.get(at) == 'P') {
            to.send(PONG);
        } else if (in.get(at) == '-') {
            throw new IllegalStateException("nats-server said " + Lines.text(in, at));
        }
    }

    @Override
    public Message say() {
        return Message.line("PUB bench " + Stamp.TEXT + "\r\n", Stamp.blank(member), "\r\n");
    }

    @Override
    public boolean echoes() {
        return true;
    }

    @Override
    public byte[] goodbye() {
        return new byte[0];
    }
}
