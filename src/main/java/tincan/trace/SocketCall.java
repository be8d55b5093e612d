package tincan.trace;

/// The calls of the socket interface, by their POSIX names.
public enum SocketCall {
    SOCKET("socket"), SET_OPTION("setsockopt"), BIND("bind"), LISTEN("listen"), ACCEPT("accept"), CONNECT(
            "connect"), READ("read"), WRITE("write"), SEND_TO("sendto"), RECEIVE_FROM(
                    "recvfrom"), SHUTDOWN("shutdown"), CLOSE(
                            "close");

    private final String posix;

    SocketCall(String posix) {
        this.posix = posix;
    }

    /// The name as POSIX spells it.
    public String posix() {
        return posix;
    }

    Direction direction() {
        return switch (this) {
            case READ, RECEIVE_FROM -> Direction.IN;
            case WRITE, SEND_TO -> Direction.OUT;
            default -> Direction.NONE;
        };
    }
}
