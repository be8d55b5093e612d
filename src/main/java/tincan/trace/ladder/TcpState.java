package tincan.trace.ladder;

/// The states of a TCP connection (RFC 9293, 3.3.2) that calls show.
public enum TcpState {
    LISTEN, SYN_SENT, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, LAST_ACK, TIME_WAIT, CLOSED
}
