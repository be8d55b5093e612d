package tincan.nearby;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// Announces one session on one link and answers who asks for it: RFC 6762, sections 6 to 8, without probing, see
/// [ServiceRecords]. It is told the time, in milliseconds of a clock that never goes back, and has no thread or socket.
/// Known answers that follow in a second packet are not waited for: an answer too many harms nobody.
final class Responder {
    static final long NEVER = Long.MAX_VALUE;

    /// When it is announced after the start: twice are asked for, and what two packets lose, four do not.
    private static final long[] ANNOUNCEMENTS = {0, 1_000, 3_000, 7_000};
    /// The least time between two multicasts of a record; and where somebody probes for a name of ours.
    private static final long GAP = 1_000;
    private static final long PROBE_GAP = 250;
    /// Records that others may have as well are answered after such a time, so that not all speak at once.
    private static final int SHARED_DELAY_LEAST = 20;
    private static final int SHARED_DELAY_MOST = 120;
    /// A record that the group has not heard for a quarter of its life goes to the group even if one asked alone.
    private static final long FRESH = ServiceRecords.TTL * 1_000 / 4;
    /// The least time between two answers to somebody who claims our names.
    private static final long DEFENCE_GAP = 5_000;

    private final ServiceRecords records;
    private final ServiceRecords legacy;
    private final RandomGenerator random;
    private final long start;
    private final Map<Record, Long> said = new HashMap<>();
    private final Map<Record, Long> wanted = new HashMap<>();
    private int announcements;
    private long defended;

    /// @param addresses of this side on the link
    Responder(Announcement announcement, List<InetAddress> addresses, RandomGenerator random, long now) {
        this.records = ServiceRecords.multicast(announcement, addresses);
        this.legacy = ServiceRecords.legacy(announcement, addresses);
        this.random = random;
        this.start = now;
        this.defended = now;
    }

    /// Takes a query.
    ///
    /// @param ordinary whether it comes from a port other than 5353, and so from somebody who waits for an ordinary DNS
    /// answer
    /// @return what only the asker is answered
    Optional<Message> query(Message query, boolean ordinary, long now) {
        List<Record> questions = query.getSection(Section.QUESTION).stream().filter(Responder::ofTheInternet).toList();
        if (ordinary) {
            return ordinaryAnswer(query, questions);
        }
        List<Record> known = query.getSection(Section.ANSWER);
        long gap = query.getSection(Section.AUTHORITY).isEmpty() ? GAP : PROBE_GAP;
        List<Record> alone = new ArrayList<>();
        for (Record question : questions) {
            boolean unicast = (question.getDClass() & ServiceRecords.CACHE_FLUSH) != 0;
            for (Record answer : records.answers(question)) {
                if (isKnown(answer, known)) {
                    continue;
                }
                if (unicast && now - said.getOrDefault(answer, now - FRESH) < FRESH) {
                    alone.add(answer);
                } else {
                    want(answer, gap, now);
                }
            }
        }
        return alone.isEmpty() ? Optional.empty() : Optional.of(response(0, alone, records));
    }

    private static boolean ofTheInternet(Record question) {
        int dclass = question.getDClass() & ~ServiceRecords.CACHE_FLUSH;
        return dclass == DClass.IN || dclass == DClass.ANY;
    }

    private Optional<Message> ordinaryAnswer(Message query, List<Record> questions) {
        List<Record> answers = questions.stream().flatMap(question -> legacy.answers(question).stream()).distinct()
                .toList();
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        Message response = response(query.getHeader().getID(), answers, legacy);
        questions.forEach(question -> response.addRecord(question, Section.QUESTION));
        return Optional.of(response);
    }

    /// The asker need not be told what it will know for long enough. RFC 6762, 7.1.
    private static boolean isKnown(Record answer, List<Record> known) {
        return known.stream().anyMatch(one -> one.getTTL() >= answer.getTTL() / 2 && same(one, answer));
    }

    private static boolean same(Record one, Record other) {
        return one.getType() == other.getType() && one.getName().equals(other.getName())
                && Arrays.equals(one.rdataToWireCanonical(), other.rdataToWireCanonical());
    }

    private void want(Record answer, long gap, long now) {
        boolean shared = answer.getDClass() == DClass.IN;
        long delay = shared ? random.nextInt(SHARED_DELAY_LEAST, SHARED_DELAY_MOST) : 0;
        long at = Math.max(now + delay, said.getOrDefault(answer, now - gap) + gap);
        wanted.merge(answer, at, Math::min);
    }

    /// Takes what somebody else tells the group. Who says something else under a name of ours, or takes it back, is
    /// answered by what is true.
    void response(Message response, long now) {
        boolean claimed = response.getSection(Section.ANSWER).stream()
                .anyMatch(one -> claims(one, records.location()) || claims(one, records.text()));
        if (claimed && now - defended >= DEFENCE_GAP) {
            defended = now;
            records.announced().forEach(record -> want(record, GAP, now));
        }
    }

    private static boolean claims(Record one, Record ours) {
        return one.getType() == ours.getType() && one.getName().equals(ours.getName())
                && (one.getTTL() == 0 || !same(one, ours));
    }

    /// When [#take] has something.
    long due() {
        long announcement = announcements < ANNOUNCEMENTS.length ? start + ANNOUNCEMENTS[announcements] : NEVER;
        return wanted.values().stream().reduce(announcement, Math::min);
    }

    /// What the group is to be told now.
    Optional<Message> take(long now) {
        Set<Record> answers = new LinkedHashSet<>();
        if (announcements < ANNOUNCEMENTS.length && start + ANNOUNCEMENTS[announcements] <= now) {
            announcements++;
            answers.addAll(records.announced());
        }
        wanted.forEach((record, at) -> {
            if (at <= now) {
                answers.add(record);
            }
        });
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        wanted.keySet().removeAll(answers);
        Message message = response(0, List.copyOf(answers), records);
        message.getSection(Section.ANSWER).forEach(record -> said.put(record, now));
        message.getSection(Section.ADDITIONAL).forEach(record -> said.put(record, now));
        return Optional.of(message);
    }

    private static Message response(int id, List<Record> answers, ServiceRecords records) {
        Message message = new Message(id);
        message.getHeader().setFlag(Flags.QR);
        message.getHeader().setFlag(Flags.AA);
        answers.forEach(record -> message.addRecord(record, Section.ANSWER));
        records.additional(answers).forEach(record -> message.addRecord(record, Section.ADDITIONAL));
        return message;
    }

    /// Takes everything back.
    static Message goodbye(Announcement announcement, List<InetAddress> addresses) {
        ServiceRecords records = ServiceRecords.goodbye(announcement, addresses);
        return response(0, records.announced(), records);
    }

    /// Takes back addresses that are this side's no longer.
    static Message withoutAddresses(Announcement announcement, List<InetAddress> addresses) {
        ServiceRecords records = ServiceRecords.goodbye(announcement, addresses);
        return response(0, records.addresses(), records);
    }
}
