package tincan.nearby;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// Announcements and messages as they are in tests.
final class Samples {
    static final String ID = "0123456789abcdef";
    static final Announcement ADA = new Announcement(ID, "Ada's session", "Ada", false, 1, 8462);
    static final InetAddress FOUR = address("192.168.1.7");
    static final InetAddress SIX = address("fd00::12");
    static final InetAddress LOCAL_SIX = address("fe80::1");

    private Samples() {}

    static InetAddress address(String number) {
        try {
            return InetAddress.getByName(number);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    static Message announced(Announcement announcement, InetAddress... addresses) {
        return response(ServiceRecords.multicast(announcement, List.of(addresses)).announced());
    }

    static Message response(List<Record> records) {
        Message message = new Message(0);
        message.getHeader().setFlag(Flags.QR);
        records.forEach(record -> message.addRecord(record, Section.ANSWER));
        return overTheWire(message);
    }

    static Message query(Name name, int type) {
        return query(name, type, DClass.IN);
    }

    static Message query(Name name, int type, int dclass) {
        Message message = new Message(0);
        message.addRecord(Record.newRecord(name, type, dclass), Section.QUESTION);
        return overTheWire(message);
    }

    /// As the other side reads it.
    static Message overTheWire(Message message) {
        return parsed(message.toWire()).orElseThrow();
    }

    static Optional<Message> parsed(byte[] packet) {
        return GroupSocket.parsed(ByteBuffer.wrap(packet));
    }

    static List<Integer> types(Message message, int section) {
        return message.getSection(section).stream().map(Record::getType).toList();
    }

    static Stream<String> questions(Stream<Message> messages) {
        return messages.flatMap(message -> message.getSection(Section.QUESTION).stream())
                .map(question -> question.getName().getLabelString(0) + " "
                        + org.xbill.DNS.Type.string(question.getType()));
    }
}
