package tincan.nearby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

final class ResponderTest {
    private static final long START = 50_000;
    /// After the announcements.
    private static final long LATER = START + 20_000;
    private static final ServiceRecords RECORDS = ServiceRecords.multicast(Samples.ADA,
            List.of(Samples.FOUR, Samples.SIX));
    private static final Name INSTANCE = RECORDS.location().getName();

    private final Responder responder = new Responder(Samples.ADA, List.of(Samples.FOUR, Samples.SIX),
            new Random(7), START);

    @Test
    void itAnnouncesAtOnceAndAgainWithGrowingPauses() {
        assertEquals(List.of(START, START + 1_000, START + 3_000, START + 7_000), spokenUntil(LATER));
        assertEquals(Responder.NEVER, responder.due());
    }

    @Test
    void anAnnouncementHoldsAllOneNeedsAndReplacesWhatWasKnown() {
        Message announcement = responder.take(START).orElseThrow();
        assertEquals(List.of(Type.PTR, Type.SRV, Type.TXT, Type.A, Type.AAAA),
                Samples.types(announcement, Section.ANSWER));
        assertTrue(announcement.getHeader().getFlag(Flags.QR) && announcement.getHeader().getFlag(Flags.AA));
        assertEquals(List.of(1, 0x8001, 0x8001, 0x8001, 0x8001),
                announcement.getSection(Section.ANSWER).stream().map(Record::getDClass).toList());
    }

    @Test
    void whoBrowsesIsAnsweredAfterAShortPauseWithAllTheRest() {
        spokenUntil(LATER);
        assertEquals(Optional.empty(), responder.query(Samples.query(ServiceRecords.TYPE, Type.PTR), false, LATER));
        long due = responder.due();
        assertTrue(due >= LATER + 20 && due <= LATER + 120, "after " + (due - LATER));
        assertEquals(Optional.empty(), responder.take(due - 1));
        Message answer = responder.take(due).orElseThrow();
        assertEquals(List.of(Type.PTR), Samples.types(answer, Section.ANSWER));
        assertEquals(List.of(Type.SRV, Type.TXT, Type.A, Type.AAAA), Samples.types(answer, Section.ADDITIONAL));
        assertEquals(List.of(), answer.getSection(Section.QUESTION));
    }

    @Test
    void whoAsksForTheInstanceIsAnsweredAtOnce() {
        spokenUntil(LATER);
        responder.query(Samples.query(INSTANCE, Type.SRV), false, LATER);
        Message answer = responder.take(LATER).orElseThrow();
        assertEquals(List.of(Type.SRV), Samples.types(answer, Section.ANSWER));
        assertEquals(List.of(Type.A, Type.AAAA), Samples.types(answer, Section.ADDITIONAL));
    }

    @Test
    void questionsOfManyAreAnsweredOnceASecond() {
        spokenUntil(LATER);
        List<Long> spoken = new ArrayList<>();
        for (long now = LATER; now < LATER + 3_000; now += 10) {
            responder.query(Samples.query(INSTANCE, Type.SRV), false, now);
            long time = now;
            responder.take(now).ifPresent(_ -> spoken.add(time));
        }
        assertEquals(List.of(LATER, LATER + 1_000, LATER + 2_000), spoken);
    }

    @Test
    void whoNamesTheAnswerAsKnownIsNotAnswered() {
        spokenUntil(LATER);
        Message query = Samples.query(ServiceRecords.TYPE, Type.PTR);
        query.addRecord(new PTRRecord(ServiceRecords.TYPE, DClass.IN, 60, INSTANCE), Section.ANSWER);
        responder.query(query, false, LATER);
        assertEquals(Responder.NEVER, responder.due());
    }

    @Test
    void whatIsKnownForTooShortIsAnswered() {
        spokenUntil(LATER);
        Message query = Samples.query(ServiceRecords.TYPE, Type.PTR);
        query.addRecord(new PTRRecord(ServiceRecords.TYPE, DClass.IN, 59, INSTANCE), Section.ANSWER);
        responder.query(query, false, LATER);
        assertTrue(responder.due() < LATER + 200);
    }

    @Test
    void whoAsksForAnAnswerToItselfGetsItUnlessTheGroupHasNotHeardItForLong() {
        spokenUntil(LATER);
        Message query = Samples.query(INSTANCE, Type.TXT, DClass.IN | 0x8000);
        Message answer = responder.query(query, false, LATER).orElseThrow();
        assertEquals(List.of(Type.TXT), Samples.types(answer, Section.ANSWER));
        assertEquals(Responder.NEVER, responder.due());
        long old = LATER + 60_000;
        assertEquals(Optional.empty(), responder.query(query, false, old));
        assertEquals(old, responder.due());
    }

    @Test
    void anOrdinaryDnsClientGetsAnOrdinaryAnswer() {
        Message query = Message.newQuery(Record.newRecord(ServiceRecords.TYPE, Type.PTR, DClass.IN));
        Message answer = responder.query(query, true, LATER).orElseThrow();
        assertEquals(query.getHeader().getID(), answer.getHeader().getID());
        assertEquals(query.getSection(Section.QUESTION), answer.getSection(Section.QUESTION));
        List<Record> all = new ArrayList<>(answer.getSection(Section.ANSWER));
        all.addAll(answer.getSection(Section.ADDITIONAL));
        assertEquals(5, all.size());
        assertTrue(all.stream().allMatch(one -> one.getDClass() == DClass.IN && one.getTTL() == 10), all::toString);
    }

    @Test
    void itSaysThatThereIsSuchAService() {
        spokenUntil(LATER);
        responder.query(Samples.query(ServiceRecords.TYPES, Type.PTR), false, LATER);
        Message answer = responder.take(responder.due()).orElseThrow();
        assertEquals(List.of(RECORDS.service()), answer.getSection(Section.ANSWER));
    }

    @Test
    void itDoesNotAnswerForOthers() {
        assertEquals(Optional.empty(), responder.query(Samples.query(Name.fromConstantString("x.local."), Type.A), true,
                LATER));
        spokenUntil(LATER);
        responder.query(Samples.query(Name.fromConstantString("x.local."), Type.A), false, LATER);
        responder.query(Samples.query(INSTANCE, Type.SRV, DClass.CH), false, LATER);
        assertEquals(Responder.NEVER, responder.due());
    }

    @Test
    void whoProbesForItsNameIsToldSoonerThanOthers() {
        spokenUntil(LATER);
        responder.query(Samples.query(INSTANCE, Type.SRV), false, LATER);
        responder.take(LATER);
        Message probe = Samples.query(INSTANCE, Type.ANY);
        probe.addRecord(RECORDS.location(), Section.AUTHORITY);
        responder.query(probe, false, LATER + 100);
        assertEquals(List.of(RECORDS.location()),
                responder.take(LATER + 250).orElseThrow().getSection(Section.ANSWER).stream()
                        .filter(record -> record.getType() == Type.SRV).toList());
    }

    @Test
    void whoTakesItBackInItsNameIsContradictedButNotWithoutEnd() {
        spokenUntil(LATER);
        Message goodbye = Responder.goodbye(Samples.ADA, List.of(Samples.FOUR));
        List<Long> spoken = new ArrayList<>();
        for (long now = LATER; now < LATER + 9_000; now += 10) {
            responder.response(goodbye, now);
            long time = now;
            responder.take(now).filter(message -> Samples.types(message, Section.ANSWER).contains(Type.SRV))
                    .ifPresent(_ -> spoken.add(time));
        }
        assertEquals(List.of(LATER, LATER + 5_000), spoken);
    }

    @Test
    void itsOwnVoiceIsNoClaim() {
        spokenUntil(LATER);
        responder.response(Samples.announced(Samples.ADA, Samples.FOUR), LATER);
        assertEquals(Responder.NEVER, responder.due());
    }

    @Test
    void aGoodbyeTakesEverythingBack() {
        Message goodbye = Responder.goodbye(Samples.ADA, List.of(Samples.FOUR));
        assertEquals(List.of(Type.PTR, Type.SRV, Type.TXT, Type.A), Samples.types(goodbye, Section.ANSWER));
        assertTrue(goodbye.getSection(Section.ANSWER).stream().allMatch(record -> record.getTTL() == 0));
    }

    /// When it spoke, if it is asked whenever it is due.
    private List<Long> spokenUntil(long end) {
        List<Long> spoken = new ArrayList<>();
        for (long due = responder.due(); due < end; due = responder.due()) {
            spoken.add(due);
            assertTrue(responder.take(due).isPresent(), "due, but silent");
        }
        return spoken;
    }
}
