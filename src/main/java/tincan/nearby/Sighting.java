package tincan.nearby;

import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// One instance as it is heard on one link. Times are milliseconds. Owner: its [Neighbourhood].
final class Sighting {
    /// What was not heard for so long is asked for.
    static final long CONFIRM_AFTER = 3_000;
    /// Who does not answer is asked again after.
    static final long ASK_AGAIN = 1_000;
    /// What was not heard for so long, and not answered, is gone.
    static final long GONE_AFTER = 8_000;

    /// Time alone does not end it: after a sleep of this computer it was just not asked for.
    private static final int FEWEST_ASKED = 3;
    /// How often what is missing is asked for without a pause.
    private static final int QUICK_INQUIRIES = 5;
    private static final int MOST_ADDRESSES = 16;
    /// What is replaced stays for so long, for records that come in several packets. RFC 6762, 10.2.
    private static final long REPLACED_AFTER = 1_000;

    private final Name name;
    /// When it was first heard, or heard to be elsewhere.
    private long since;
    private long heard;
    private StandardProtocolFamily heardBy;
    private long nextAsk;
    private int asked;
    private int inquiries;
    private @Nullable SRVRecord location;
    private boolean textHeard;
    private @Nullable Description description;
    private final Map<InetAddress, Life> addresses = new LinkedHashMap<>();

    private record Life(long heard, long whole, long end) {
        boolean old(long now) {
            return now - heard > whole / 2;
        }

        /// Unless it was heard together with those that replace others.
        Life replaced(long now) {
            return now - heard > REPLACED_AFTER ? new Life(heard, whole, Math.min(end, now + REPLACED_AFTER)) : this;
        }
    }

    Sighting(Name name, StandardProtocolFamily family, long now) {
        this.name = name;
        this.since = now;
        this.heard = now;
        this.heardBy = family;
        this.nextAsk = now;
    }

    long since() {
        return since;
    }

    /// Where it is, once that and what it is are known.
    Optional<SRVRecord> location() {
        return Optional.ofNullable(location);
    }

    /// What it says of itself.
    Optional<Description> description() {
        return Optional.ofNullable(description);
    }

    Collection<InetAddress> addresses() {
        return addresses.keySet();
    }

    boolean isAt(Name host) {
        return location != null && location.getTarget().equals(host);
    }

    /// Its host answered where it is.
    void located(SRVRecord now, StandardProtocolFamily family, long time, long jitter) {
        if (location != null && (location.getPort() != now.getPort() || !isAt(now.getTarget()))) {
            since = time;
            if (!isAt(now.getTarget())) {
                addresses.clear();
            }
        }
        location = now;
        answered(family, time, jitter);
    }

    /// Its host answered what it is.
    void described(TXTRecord text, StandardProtocolFamily family, long time, long jitter) {
        textHeard = true;
        description = Description.of(text).orElse(null);
        answered(family, time, jitter);
    }

    private void answered(StandardProtocolFamily family, long time, long jitter) {
        heard = time;
        heardBy = family;
        asked = 0;
        askNext(time, jitter);
    }

    private void askNext(long now, long jitter) {
        boolean quick = !isComplete() && inquiries < QUICK_INQUIRIES;
        nextAsk = quick ? now : now + CONFIRM_AFTER + jitter;
    }

    /// Whether its host has nothing more to tell, of use or not.
    private boolean isComplete() {
        return location != null && textHeard && !addresses.isEmpty();
    }

    /// Takes what one packet says of the addresses of its host.
    ///
    /// @param lives of each address, in milliseconds
    /// @param flush the types of which the packet names all there are
    void at(Map<InetAddress, Long> lives, Collection<Class<?>> flush, long now, long jitter) {
        boolean incomplete = !isComplete();
        lives.forEach((address, life) -> {
            if (life == 0) {
                addresses.remove(address);
            } else if (addresses.containsKey(address) || addresses.size() < MOST_ADDRESSES) {
                addresses.put(address, new Life(now, life, now + life));
            }
        });
        addresses.replaceAll((address, life) -> flush.contains(address.getClass()) ? life.replaced(now) : life);
        if (incomplete && isComplete()) {
            askNext(now, jitter);
        }
    }

    /// Whether it is to be asked for.
    boolean isDue(long now) {
        return nextAsk <= now;
    }

    /// Where it was heard it is asked for first, and after that everywhere.
    boolean asksBy(StandardProtocolFamily family) {
        return asked > 0 || heardBy == family;
    }

    /// What to ask, so that it is heard again and nothing is missing. The records that are known are not named, or its
    /// host would keep quiet.
    List<Record> questions(long now) {
        List<Record> questions = new ArrayList<>();
        questions.add(Record.newRecord(name, Type.SRV, DClass.IN));
        questions.add(Record.newRecord(name, Type.TXT, DClass.IN));
        if (location != null && addresses.values().stream().allMatch(life -> life.old(now))) {
            questions.add(Record.newRecord(location.getTarget(), Type.A, DClass.IN));
            questions.add(Record.newRecord(location.getTarget(), Type.AAAA, DClass.IN));
        }
        return questions;
    }

    /// It was asked for, by this side or by another one that waits for the same answer. RFC 6762, 7.3.
    void asked(long now) {
        if (nextAsk <= now + ASK_AGAIN / 2) {
            asked++;
            inquiries += isComplete() ? 0 : 1;
            nextAsk = now + ASK_AGAIN;
        }
    }

    /// Whether it can be forgotten.
    boolean isGone(long now) {
        return asked >= FEWEST_ASKED && now - heard >= GONE_AFTER;
    }

    /// Forgets addresses that have run out.
    void expire(long now) {
        addresses.values().removeIf(life -> life.end() <= now);
    }

    /// When it is to be looked at again.
    long due() {
        long next = asked >= FEWEST_ASKED ? Math.min(nextAsk, heard + GONE_AFTER) : nextAsk;
        return addresses.values().stream().mapToLong(Life::end).reduce(next, Math::min);
    }
}
