package tincan.voice.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where in a datagram the parts of a packet lie, for who shows it: nothing is opened, and whether it is genuine nobody
/// asks.
///
/// @param fields all of its bytes, in order and without a hole
public record Layout(Header header, List<Field> fields) {
    private static final List<Field> HEADER = List.of(new Field(Name.TYPE, 0, 1), new Field(Name.FLAGS, 1, 1),
            new Field(Name.SENDER, 2, 2), new Field(Name.TURN, 4, 4), new Field(Name.NUMBER, 8, 4),
            new Field(Name.TIMESTAMP, 12, 4));

    /// Bytes that mean one thing.
    ///
    /// @param from where in the datagram they begin
    /// @param bytes how many, never 0
    public record Field(Name name, int from, int bytes) {}

    /// What they mean.
    public enum Name {
        /// Version and type.
        TYPE,
        /// The bits of the header.
        FLAGS,
        /// The number of the member that sent it.
        SENDER,
        /// The epoch of its turn.
        TURN,
        /// Counts the sender's packets of this type.
        NUMBER,
        /// When in samples.
        TIMESTAMP,
        /// How long a frame is.
        LENGTH,
        /// The sound of this packet.
        SOUND,
        /// The sound of a packet before it.
        EARLIER_SOUND,
        /// What who asks has chosen.
        STAMP,
        /// What the host has chosen for the place that it was asked from.
        PLACE,
        /// Whom a report is about.
        ABOUT,
        /// How many packets that one sent.
        SENT,
        /// How many of them came.
        RECEIVED,
        /// The most that were lost in a row.
        LOST_IN_A_ROW,
        /// What only who has the key can read.
        SEALED,
        /// What proves that it is genuine.
        TAG
    }

    public Layout {
        fields = List.copyOf(fields);
    }

    /// The parts of a datagram; empty if it can be no packet.
    public static Optional<Layout> of(byte[] datagram) {
        return Header.read(datagram).flatMap(
                header -> (header.clear() ? open(datagram) : sealed(header, datagram.length)).map(body -> {
                    List<Field> fields = new ArrayList<>(HEADER);
                    fields.addAll(body);
                    return new Layout(header, fields);
                }));
    }

    private static Optional<List<Field>> open(byte[] datagram) {
        return PacketCodec.decode(datagram).filter(Layout::isWhole).map(packet -> {
            List<Field> fields = new ArrayList<>();
            int at = Header.LENGTH;
            for (int frame = 0; frame <= packet.depth(); frame++) {
                int bytes = packet.frames().get(frame).length;
                fields.add(new Field(Name.LENGTH, at, Short.BYTES));
                at += Short.BYTES;
                addFrame(packet.type(), frame, at, bytes, fields);
                at += bytes;
            }
            return fields;
        });
    }

    private static boolean isWhole(VoicePacket packet) {
        return switch (packet.type()) {
            case VOICE -> true;
            case PING, PONG -> packet.depth() == 0 && packet.body().length == Probe.LENGTH;
            case REPORT -> packet.depth() == 0 && packet.body().length == Report.LENGTH;
        };
    }

    private static void addFrame(VoicePacket.Type type, int frame, int at, int bytes, List<Field> fields) {
        switch (type) {
            case VOICE -> {
                if (bytes > 0) {
                    fields.add(new Field(frame == 0 ? Name.SOUND : Name.EARLIER_SOUND, at, bytes));
                }
            }
            case PING, PONG -> addNumbers(at, Long.BYTES, List.of(Name.STAMP, Name.PLACE), fields);
            case REPORT -> addNumbers(at, Short.BYTES,
                    List.of(Name.ABOUT, Name.SENT, Name.RECEIVED, Name.LOST_IN_A_ROW), fields);
        }
    }

    private static void addNumbers(int from, int bytes, List<Name> names, List<Field> fields) {
        for (int i = 0; i < names.size(); i++) {
            fields.add(new Field(names.get(i), from + i * bytes, bytes));
        }
    }

    private static Optional<List<Field>> sealed(Header header, int length) {
        int body = length - Header.LENGTH - Aes.TAG;
        boolean fits = switch (header.type()) {
            case VOICE -> body >= Short.BYTES * (1 + header.depth()) && length <= Aes.LONGEST;
            case PING, PONG -> body == Short.BYTES + Probe.LENGTH;
            case REPORT -> body == Short.BYTES + Report.LENGTH;
        };
        return fits
                ? Optional.of(List.of(new Field(Name.SEALED, Header.LENGTH, body),
                        new Field(Name.TAG, length - Aes.TAG, Aes.TAG)))
                : Optional.empty();
    }
}
