package tincan.nearby;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSOutput;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Type;

/// The records by which a session is announced on one link. The name of the instance carries a tag of the session's
/// random id, and the host is named after the id alone, so nobody else has these names and none of them is probed for;
/// the computer's own name is left to the responder of its system.
///
/// @param service of the list of service types: that there is such a type here
/// @param instance of the list of instances: that there is this one
/// @param location host and port
/// @param text what [Description] reads
/// @param addresses of the host on this link
/// @param instanceTypes that the instance has no other records
/// @param hostTypes that the host has no other records
record ServiceRecords(Record service, Record instance, Record location, Record text, List<Record> addresses,
        Record instanceTypes, Record hostTypes) {
    static final Name TYPE = Name.fromConstantString("_tincan._tcp.local.");
    static final Name TYPES = Name.fromConstantString("_services._dns-sd._udp.local.");

    /// Beside the class of a record: it replaces what was known under its name and type. RFC 6762, 10.2.
    static final int CACHE_FLUSH = 0x8000;
    /// How long records hold, in seconds; RFC 6762, 10, for those that name a host.
    static final long TTL = 120;
    /// For askers that know nothing of multicast DNS; RFC 6762, 6.7.
    static final long LEGACY_TTL = 10;

    private static final int TAG_LENGTH = 8;
    private static final int LABEL_BYTES = 63;

    /// As they are sent to the group.
    static ServiceRecords multicast(Announcement announcement, List<InetAddress> addresses) {
        return of(announcement, addresses, DClass.IN | CACHE_FLUSH, TTL);
    }

    /// As they are sent to one who asks as any DNS client does.
    static ServiceRecords legacy(Announcement announcement, List<InetAddress> addresses) {
        return of(announcement, addresses, DClass.IN, LEGACY_TTL);
    }

    /// As they take themselves back.
    static ServiceRecords goodbye(Announcement announcement, List<InetAddress> addresses) {
        return of(announcement, addresses, DClass.IN | CACHE_FLUSH, 0);
    }

    private static ServiceRecords of(Announcement said, List<InetAddress> addresses, int unique, long ttl) {
        Name name = instanceName(said);
        Name host = Name.fromConstantString("tincan-" + said.id().substring(0, Math.min(48, said.id().length()))
                + ".local.");
        List<Record> numbers = addresses.stream().map(address -> address(host, unique, ttl, address)).toList();
        int[] types = numbers.stream().mapToInt(Record::getType).sorted().distinct().toArray();
        return new ServiceRecords(new PTRRecord(TYPES, DClass.IN, ttl, TYPE),
                new PTRRecord(TYPE, DClass.IN, ttl, name), new SRVRecord(name, unique, ttl, 0, 0, said.port(), host),
                Record.newRecord(name, Type.TXT, unique, ttl, text(Description.strings(said))), numbers,
                new NSECRecord(name, unique, ttl, name, new int[]{Type.TXT, Type.SRV}),
                new NSECRecord(host, unique, ttl, host, types));
    }

    /// The title for people who look with other programs, and a tag that no other session has.
    private static Name instanceName(Announcement said) {
        byte[] tag = Utf8.cut(" (" + said.id().substring(0, TAG_LENGTH) + ")", LABEL_BYTES);
        byte[] title = Utf8.cut(said.title(), LABEL_BYTES - tag.length);
        DNSOutput wire = new DNSOutput();
        wire.writeU8(title.length + tag.length);
        wire.writeByteArray(title);
        wire.writeByteArray(tag);
        wire.writeByteArray(TYPE.toWire());
        try {
            return new Name(wire.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Record address(Name host, int unique, long ttl, InetAddress address) {
        return address instanceof Inet4Address
                ? new ARecord(host, unique, ttl, address)
                : new AAAARecord(host, unique, ttl, address);
    }

    private static byte[] text(List<byte[]> strings) {
        DNSOutput out = new DNSOutput();
        strings.forEach(out::writeCountedString);
        return out.toByteArray();
    }

    /// All that is worth to be said unasked.
    List<Record> announced() {
        List<Record> all = new ArrayList<>(List.of(instance, location, text));
        all.addAll(addresses);
        return List.copyOf(all);
    }

    /// What answers a question; empty if it is not about this session. What a name of ours does not have is denied, so
    /// that nobody waits for it. RFC 6762, 6.1.
    List<Record> answers(Record question) {
        Name name = question.getName();
        if (name.equals(TYPE)) {
            return of(question, Stream.of(instance)).toList();
        }
        if (name.equals(TYPES)) {
            return of(question, Stream.of(service)).toList();
        }
        if (name.equals(location.getName())) {
            return orDenial(of(question, Stream.of(location, text)).toList(), instanceTypes);
        }
        if (name.equals(hostTypes.getName())) {
            return orDenial(of(question, addresses.stream()).toList(), hostTypes);
        }
        return List.of();
    }

    private static Stream<Record> of(Record question, Stream<Record> records) {
        return records.filter(one -> question.getType() == Type.ANY || question.getType() == one.getType());
    }

    private static List<Record> orDenial(List<Record> found, Record denial) {
        return found.isEmpty() ? List.of(denial) : found;
    }

    /// What somebody who is given `answers` will ask for next, and may have at once. RFC 6763, 12.
    List<Record> additional(List<Record> answers) {
        Stream<Record> more = Stream.empty();
        if (answers.contains(instance)) {
            more = Stream.concat(Stream.of(location, text), addresses.stream());
        } else if (answers.contains(location) || answers.stream().anyMatch(addresses::contains)) {
            more = addresses.stream();
        }
        return more.filter(one -> !answers.contains(one)).toList();
    }
}
