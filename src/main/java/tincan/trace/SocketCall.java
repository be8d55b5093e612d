package tincan.trace;

/// The calls of the socket interface, by their POSIX names.
public enum SocketCall {
    SOCKET("socket"), SET_OPTION("setsockopt"), BIND("bind"), LISTEN("listen"), ACCEPT("accept"), CONNECT(
            "connect"), READ("read"), WRITE("write"), SHUTDOWN("shutdown"), CLOSE("close");

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
            case READ -> Direction.IN;
            case WRITE -> Direction.OUT;
            default -> Direction.NONE;
        };
    }
}
