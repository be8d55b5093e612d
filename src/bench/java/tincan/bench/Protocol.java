package tincan.bench;

/// The protocols that the load speaks.
enum Protocol {
    /// Frames, to our own relay.
    TINCAN,
    /// The same in a private session, to our own relay.
    TINCAN_TLS,
    /// RFC 1459 and 2812, to `ngircd` and `inspircd`.
    IRC,
    /// The text protocol of NATS.
    NATS;

    /// The side of one member.
    Dialect dialect(int member) {
        return switch (this) {
            case TINCAN, TINCAN_TLS -> new FrameDialect(member);
            case IRC -> new IrcDialect(member);
            case NATS -> new NatsDialect(member);
        };
    }
}
