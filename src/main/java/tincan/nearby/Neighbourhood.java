package tincan.nearby;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// What is heard on one link, and what to ask there. It is told the time, in milliseconds of a clock that never goes
/// back, and has no thread or socket.
///
/// Records live for minutes, and a host that crashes takes none of them back. So whatever is listed is confirmed (RFC
/// 6762, 10.4): an instance that was not heard for three seconds is asked for, and one that does not answer is gone
/// after eight. Everybody hears the question and the answer, so many browsers ask hardly more often than one.
final class Neighbourhood {
    /// How many instances are known. While there are so many, others are not listened to.
    static final int MOST = 256;

    /// A question about the type is repeated after a second, then after twice as long each time. RFC 6762, 5.2.
    private static final long FIRST_INTERVAL = 1_000;
    private static final long LONGEST_INTERVAL = 60_000;
    private static final int FIRST_DELAY_LEAST = 20;
    private static final int FIRST_DELAY_MOST = 120;
    private static final int JITTER = 250;
    /// So that a packet fits into any link.
    private static final int INSTANCES_A_PACKET = 8;

    private final RandomGenerator random;
    private final Map<Name, Sighting> sightings = new LinkedHashMap<>();
    private long nextBrowse;
    private long interval = FIRST_INTERVAL;

    Neighbourhood(RandomGenerator random, long now) {
        this.random = random;
        browse(now);
    }

    /// Asks about the type from the beginning, as on a link that is new.
    void browse(long now) {
        interval = FIRST_INTERVAL;
        nextBrowse = now + random.nextInt(FIRST_DELAY_LEAST, FIRST_DELAY_MOST);
    }

    Collection<Sighting> sightings() {
        return sightings.values();
    }

    /// Takes what somebody told the group.
    void response(Message response, StandardProtocolFamily family, long now) {
        List<Record> records = new ArrayList<>(response.getSection(Section.ANSWER));
        records.addAll(response.getSection(Section.ADDITIONAL));
        for (Record each : records) {
            switch (each) {
                case PTRRecord pointer when pointer.getName().equals(ServiceRecords.TYPE) ->
                    pointed(pointer, family, now);
                case SRVRecord location -> known(location, family, now)
                        .ifPresent(sighting -> sighting.located(location, family, now, jitter()));
                case TXTRecord text -> known(text, family, now)
                        .ifPresent(sighting -> sighting.described(text, family, now, jitter()));
                default -> {
                }
            }
        }
        addresses(records, now);
    }

    private void pointed(PTRRecord pointer, StandardProtocolFamily family, long now) {
        if (isInstance(pointer.getTarget())) {
            known(pointer.getTarget(), pointer.getTTL(), family, now);
        }
    }

    private Optional<Sighting> known(Record record, StandardProtocolFamily family, long now) {
        return isInstance(record.getName()) ? known(record.getName(), record.getTTL(), family, now) : Optional.empty();
    }

    private static boolean isInstance(Name name) {
        return name.labels() == ServiceRecords.TYPE.labels() + 1 && name.subdomain(ServiceRecords.TYPE);
    }

    /// What is taken back is gone at once: nobody else has a record of the same instance, so nobody will object.
    private Optional<Sighting> known(Name name, long life, StandardProtocolFamily family, long now) {
        if (life == 0) {
            sightings.remove(name);
            return Optional.empty();
        }
        if (sightings.size() >= MOST && !sightings.containsKey(name)) {
            return Optional.empty();
        }
        return Optional.of(sightings.computeIfAbsent(name, _ -> new Sighting(name, family, now)));
    }

    /// Addresses come last in a packet's meaning: only now it is known whose host is where.
    private void addresses(List<Record> records, long now) {
        Map<Name, Map<InetAddress, Long>> lives = new HashMap<>();
        Map<Name, Set<Class<?>>> flush = new HashMap<>();
        for (Record each : records) {
            Optional<InetAddress> address = switch (each) {
                case ARecord four -> Optional.of(four.getAddress());
                case AAAARecord six -> Optional.of(six.getAddress());
                default -> Optional.empty();
            };
            address.ifPresent(found -> {
                lives.computeIfAbsent(each.getName(), _ -> new LinkedHashMap<>()).put(found, each.getTTL() * 1_000);
                if ((each.getDClass() & ServiceRecords.CACHE_FLUSH) != 0) {
                    flush.computeIfAbsent(each.getName(), _ -> new HashSet<>())
                            .add(each.getType() == Type.A ? Inet4Address.class : Inet6Address.class);
                }
            });
        }
        for (Sighting each : sightings.values()) {
            each.location().map(SRVRecord::getTarget).filter(lives::containsKey)
                    .ifPresent(host -> each.at(lives.getOrDefault(host, Map.of()),
                            flush.getOrDefault(host, Set.of()), now, jitter()));
        }
    }

    private long jitter() {
        return random.nextInt(JITTER);
    }

    /// Takes what somebody else asks the group: its answer will be heard here too.
    void query(Message query, long now) {
        for (Record question : query.getSection(Section.QUESTION)) {
            Sighting sighting = sightings.get(question.getName());
            if (sighting != null && question.getDClass() == DClass.IN && question.getType() == Type.SRV) {
                sighting.asked(now);
            }
        }
    }

    /// Forgets what has run out.
    void expire(long now) {
        sightings.values().removeIf(sighting -> sighting.isGone(now));
        sightings.values().forEach(sighting -> sighting.expire(now));
    }

    /// When [#questions] has something, or [#expire].
    long due() {
        return sightings.values().stream().mapToLong(Sighting::due).reduce(nextBrowse, Math::min);
    }

    /// What to ask by a family of addresses now. When all families were served, [#asked] is called.
    List<Message> questions(StandardProtocolFamily family, long now) {
        List<Message> messages = new ArrayList<>();
        if (nextBrowse <= now) {
            messages.add(browsing());
        }
        List<Sighting> due = sightings.values().stream()
                .filter(sighting -> sighting.isDue(now) && sighting.asksBy(family)).toList();
        for (int i = 0; i < due.size(); i += INSTANCES_A_PACKET) {
            Message message = new Message(0);
            due.subList(i, Math.min(due.size(), i + INSTANCES_A_PACKET))
                    .forEach(sighting -> sighting.questions(now)
                            .forEach(question -> message.addRecord(question, Section.QUESTION)));
            messages.add(message);
        }
        return messages;
    }

    /// Who is named as known here need not answer. Those for whom there is no room do so in vain.
    private Message browsing() {
        Message message = new Message(0);
        message.addRecord(Record.newRecord(ServiceRecords.TYPE, Type.PTR, DClass.IN), Section.QUESTION);
        sightings.keySet().stream().limit(INSTANCES_A_PACKET)
                .forEach(name -> message.addRecord(
                        new PTRRecord(ServiceRecords.TYPE, DClass.IN, ServiceRecords.TTL, name), Section.ANSWER));
        return message;
    }

    /// What was due has been asked.
    void asked(long now) {
        if (nextBrowse <= now) {
            nextBrowse = now + interval;
            interval = Math.min(2 * interval, LONGEST_INTERVAL);
        }
        sightings.values().stream().filter(sighting -> sighting.isDue(now)).forEach(sighting -> sighting.asked(now));
    }
}
