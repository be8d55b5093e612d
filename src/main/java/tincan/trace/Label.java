package tincan.trace;

/// What a datagram is in the protocol that it belongs to, as far as who reported it knows.
///
/// @param kind its name there, such as `VOICE`; empty if it is of none
/// @param sender the number of the member that it is of
/// @param number counts the sender's datagrams of this kind
public record Label(String kind, int sender, long number) {
    /// Of no protocol that is known.
    public static final Label NONE = new Label("", 0, 0);

    public boolean isKnown() {
        return !kind.isEmpty();
    }

    /// In the words of the protocol, such as `VOICE 17 of member 2`; empty if it is not known.
    @Override
    public String toString() {
        return isKnown() ? kind + " " + number + " of member " + sender : "";
    }
}
