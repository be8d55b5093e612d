package tincan.nearby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.StandardProtocolFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

final class NeighbourhoodTest {
    private static final StandardProtocolFamily FOUR = StandardProtocolFamily.INET;
    private static final StandardProtocolFamily SIX = StandardProtocolFamily.INET6;
    private static final long START = 1_000;
    private static final Name INSTANCE = ServiceRecords.multicast(Samples.ADA, List.of()).location().getName();

    private final Neighbourhood heard = new Neighbourhood(new Random(7), START);

    @Test
    void aSessionThatIsAnnouncedAppears() {
        heard.response(Samples.announced(Samples.ADA, Samples.FOUR, Samples.SIX), FOUR, START);
        assertEquals(List.of(new FoundSession(Samples.ID, "Ada's session", "Ada", false, 1,
                List.of("192.168.1.7:8462", "[fd00::12]:8462"))), rows());
    }

    @Test
    void aSessionThatTakesItselfBackIsGoneAtOnce() {
        heard.response(Samples.announced(Samples.ADA, Samples.FOUR), FOUR, START);
        heard.response(Samples.overTheWire(Responder.goodbye(Samples.ADA, List.of(Samples.FOUR))), FOUR, START + 1);
        assertEquals(List.of(), rows());
    }

    @Test
    void itAsksForTheTypeWithGrowingPausesAndNamesWhatItKnows() {
        List<Long> asked = new ArrayList<>();
        for (long now = START; now < START + 200_000; now += 20) {
            long time = now;
            if (questions(now).anyMatch(question -> question.equals("_tincan PTR"))) {
                asked.add((time - START) / 1_000);
            }
        }
        assertEquals(List.of(0L, 1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L), asked);
        heard.response(Samples.announced(Samples.ADA, Samples.FOUR), FOUR, START + 200_000);
        heard.browse(START + 200_000);
        Message query = heard.questions(FOUR, START + 200_200).getFirst();
        assertEquals(List.of(new PTRRecord(ServiceRecords.TYPE, DClass.IN, 120, INSTANCE)),
                query.getSection(Section.ANSWER));
    }

    @Test
    void aNameAloneIsAskedForItsRecordsAtOnceAndThenForItsAddresses() {
        ServiceRecords records = ServiceRecords.multicast(Samples.ADA, List.of(Samples.FOUR));
        String label = INSTANCE.getLabelString(0);
        heard.response(Samples.response(List.of(records.instance())), FOUR, START);
        assertEquals(List.of(label + " SRV", label + " TXT"),
                questions(START).toList());
        assertEquals(List.of(), questions(START + 10).filter(one -> !one.startsWith("_")).toList());
        heard.response(Samples.response(List.of(records.location(), records.text())), FOUR, START + 20);
        assertEquals(List.of(), rows());
        assertTrue(questions(START + 20).toList()
                .containsAll(List.of("tincan-0123456789abcdef A", "tincan-0123456789abcdef AAAA")));
        heard.response(Samples.response(records.addresses()), FOUR, START + 30);
        assertEquals(1, rows().size());
    }

    @Test
    void whoDoesNotAnswerIsAskedAgainAndGoneAfterEightSeconds() {
        heard.response(Samples.announced(Samples.ADA, Samples.FOUR), FOUR, START);
        List<Long> asked = new ArrayList<>();
        long gone = 0;
        for (long now = START; gone == 0; now += 10) {
            heard.expire(now);
            gone = rows().isEmpty() ? now : 0;
            if (questions(now).anyMatch(question -> question.endsWith("SRV"))) {
                asked.add((now - START) / 1_000);
            }
        }
        assertEquals(START + 8_000, gone);
        assertEquals(List.of(3L, 4L, 5L, 6L, 7L), asked);
    }

    @Test
    void whoAnswersStays() {
        long questions = 0;
        for (long now = START; now < START + 60_000; now += 10) {
            heard.expire(now);
            if (now == START || questions(now).anyMatch(question -> question.endsWith("SRV"))) {
                questions++;
                heard.response(Samples.announced(Samples.ADA, Samples.FOUR), FOUR, now);
            }
            assertEquals(1, rows().size());
        }
        assertTrue(questions <= 21, questions + " questions");
    }

    @Test
    void manyBrowsersAskHardlyMoreThanOne() {
        List<Neighbourhood> browsers = IntStream.range(0, 20)
                .mapToObj(seed -> new Neighbourhood(new Random(seed), START)).toList();
        Message answer = Samples.announced(Samples.ADA, Samples.FOUR);
        browsers.forEach(one -> one.response(answer, FOUR, START));
        int questions = 0;
        for (long now = START + 1; now < START + 60_000; now += 10) {
            for (Neighbourhood one : browsers) {
                for (Message query : one.questions(FOUR, now)) {
                    if (query.getSection(Section.QUESTION).getFirst().getType() != Type.SRV) {
                        continue;
                    }
                    questions++;
                    for (Neighbourhood other : browsers) {
                        other.query(query, now);
                        other.response(answer, FOUR, now);
                    }
                }
                one.asked(now);
            }
        }
        assertTrue(questions <= 21, questions + " questions of 20 browsers");
    }

    @Test
    void manyBrowsersTogetherAreSureThatAHostIsGone() {
        List<Neighbourhood> browsers = IntStream.range(0, 20)
                .mapToObj(seed -> new Neighbourhood(new Random(seed), START)).toList();
        browsers.forEach(one -> one.response(Samples.announced(Samples.ADA, Samples.FOUR), FOUR, START));
        for (long now = START + 1; now <= START + 9_000; now += 10) {
            for (Neighbourhood one : browsers) {
                one.expire(now);
                for (Message query : one.questions(FOUR, now)) {
                    for (Neighbourhood other : browsers) {
                        other.query(query, now);
                    }
                }
                one.asked(now);
            }
        }
        assertTrue(browsers.stream().allMatch(one -> one.sightings().isEmpty()));
    }

    @Test
    void afterASleepASessionIsAskedForBeforeItIsForgotten() {
        heard.response(Samples.announced(Samples.ADA, Samples.FOUR), FOUR, START);
        long morning = START + 36_000_000;
        questions(START + 3_500);
        heard.expire(morning);
        assertEquals(1, heard.sightings().size());
        assertTrue(questions(morning).anyMatch(question -> question.endsWith("SRV")));
        heard.response(Samples.announced(Samples.ADA, Samples.FOUR), FOUR, morning + 5);
        heard.expire(morning + 10);
        assertEquals(1, rows().size());
    }

    @Test
    void itIsAskedForFirstWhereItWasHeardAndThenEverywhere() {
        heard.response(Samples.announced(Samples.ADA, Samples.FOUR), SIX, START);
        heard.questions(FOUR, START + 200);
        heard.asked(START + 200);
        long first = START + 3_500;
        assertEquals(List.of(), about(heard.questions(FOUR, first)));
        assertEquals(2, about(heard.questions(SIX, first)).size());
        heard.asked(first);
        assertEquals(2, about(heard.questions(FOUR, first + 1_000)).size());
        assertEquals(2, about(heard.questions(SIX, first + 1_000)).size());
    }

    private static List<String> about(List<Message> messages) {
        return Samples.questions(messages.stream()).filter(question -> !question.startsWith("_")).toList();
    }

    @Test
    void newAddressesReplaceTheFormerOnesWithinASecond() {
        heard.response(Samples.announced(Samples.ADA, Samples.FOUR), FOUR, START);
        heard.response(Samples.announced(Samples.ADA, Samples.address("192.168.1.9")), FOUR, START + 2_000);
        heard.expire(START + 2_999);
        assertEquals(2, rows().getFirst().addresses().size());
        heard.expire(START + 3_000);
        assertEquals(List.of("192.168.1.9:8462"), rows().getFirst().addresses());
    }

    @Test
    void addressesThatComeInTwoPacketsAreBothKept() {
        heard.response(Samples.announced(Samples.ADA, Samples.FOUR), FOUR, START);
        heard.response(Samples.announced(Samples.ADA, Samples.address("192.168.1.9")), FOUR, START + 500);
        heard.expire(START + 2_500);
        assertEquals(List.of("192.168.1.7:8462", "192.168.1.9:8462"), rows().getFirst().addresses());
    }

    @Test
    void anAddressThatIsTakenBackIsGoneAtOnce() {
        heard.response(Samples.announced(Samples.ADA, Samples.FOUR, Samples.SIX), FOUR, START);
        heard.response(Samples.overTheWire(Responder.withoutAddresses(Samples.ADA, List.of(Samples.FOUR))), SIX,
                START + 1);
        assertEquals(List.of("[fd00::12]:8462"), rows().getFirst().addresses());
    }

    @Test
    void aHostThatCameBackOnAnotherPortTakesTheRow() {
        heard.response(Samples.announced(Samples.ADA, Samples.FOUR), FOUR, START);
        Announcement moved = new Announcement(Samples.ID, "Renamed", "Ada", false, 1, 9000);
        heard.response(Samples.announced(moved, Samples.SIX), FOUR, START + 10);
        assertEquals(List.of(new FoundSession(Samples.ID, "Renamed", "Ada", false, 1, List.of("[fd00::12]:9000"))),
                rows());
    }

    @Test
    void oneSessionOnTwoLinksIsOneRow() {
        Neighbourhood other = new Neighbourhood(new Random(8), START);
        heard.response(Samples.announced(Samples.ADA, Samples.LOCAL_SIX, Samples.FOUR), FOUR, START);
        other.response(Samples.announced(Samples.ADA, Samples.LOCAL_SIX, Samples.SIX), FOUR, START);
        assertEquals(List.of(List.of("192.168.1.7:8462", "[fd00::12]:8462", "[fe80::1%3]:8462", "[fe80::1%5]:8462")),
                Rows.of(Map.of(3, heard, 5, other)).stream().map(FoundSession::addresses).toList());
    }

    @Test
    void theLikeliestAddressComesFirst() {
        heard.response(Samples.announced(Samples.ADA, Stream
                .of("fe80::1", "169.254.1.1", "2001:db8::1", "203.0.113.9", "fd00::12", "127.0.0.1", "10.0.0.1",
                        "0.0.0.0",
                        "224.0.0.1", "ff02::1")
                .map(Samples::address).toArray(java.net.InetAddress[]::new)), FOUR, START);
        assertEquals(List.of("10.0.0.1:8462", "203.0.113.9:8462", "[2001:db8::1]:8462", "[fd00::12]:8462",
                "169.254.1.1:8462", "[fe80::1%3]:8462", "127.0.0.1:8462"), rows().getFirst().addresses());
    }

    @Test
    void strangersCannotMakeTheListLongerThanItsBound() {
        for (int i = 0; i < 2 * Neighbourhood.MOST; i++) {
            heard.response(Samples.announced(numbered(i), Samples.FOUR), FOUR, START);
        }
        assertEquals(Neighbourhood.MOST, rows().size());
        assertEquals(numbered(0).id(), rows().getFirst().id());
        heard.response(Samples.overTheWire(Responder.goodbye(numbered(3), List.of())), FOUR, START);
        heard.response(Samples.announced(numbered(999), Samples.FOUR), FOUR, START);
        assertEquals(numbered(999).id(), rows().getLast().id());
    }

    @Test
    void allThatAreDueAreAskedForInFewPacketsThatFitAnyLink() {
        for (int i = 0; i < Neighbourhood.MOST; i++) {
            heard.response(Samples.announced(numbered(i), Samples.FOUR), FOUR, START);
        }
        List<Message> packets = heard.questions(FOUR, START + 3_500);
        assertEquals(2 * Neighbourhood.MOST, about(packets).size());
        assertTrue(packets.size() <= 1 + Neighbourhood.MOST / 8, packets.size() + " packets");
        assertTrue(packets.stream().allMatch(packet -> packet.toWire().length <= 1_200));
    }

    private static Announcement numbered(int number) {
        return new Announcement(HexFormat.of().toHexDigits(number), "T".repeat(100), "Ada", true, 1, 8462);
    }

    @Test
    void addressesOfOneHostAreBounded() {
        var many = IntStream.range(0, 200).mapToObj(i -> Samples.address("10.0.0." + i))
                .toArray(java.net.InetAddress[]::new);
        heard.response(Samples.announced(Samples.ADA, many), FOUR, START);
        assertEquals(16, rows().getFirst().addresses().size());
    }

    @Test
    void whatIsIncompleteOrOfOthersIsNotShown() {
        Name host = Name.fromConstantString("x.local.");
        Name foreign = Name.fromConstantString("a._http._tcp.local.");
        Name deep = Name.fromConstantString("a.b._tincan._tcp.local.");
        heard.response(Samples.response(List.of(new SRVRecord(INSTANCE, DClass.IN, 120, 0, 0, 0, host),
                new ARecord(host, DClass.IN, 120, Samples.FOUR),
                new PTRRecord(ServiceRecords.TYPE, DClass.IN, 1, foreign),
                new PTRRecord(ServiceRecords.TYPE, DClass.IN, 1, deep),
                new SRVRecord(foreign, DClass.IN, 1, 0, 0, 1, host))),
                FOUR, START);
        assertEquals(List.of(), rows());
        assertEquals(1, heard.sightings().size());
    }

    @Test
    void aHostThatAnswersWithoutEverBeingOfUseIsNotAskedWithoutEnd() {
        Record useless = new SRVRecord(INSTANCE, DClass.IN, 120, 0, 0, 1, Name.fromConstantString("x.local."));
        int asked = 0;
        heard.response(Samples.response(List.of(useless)), FOUR, START);
        for (long now = START; now < START + 60_000; now += 10) {
            if (questions(now).anyMatch(question -> question.endsWith("SRV"))) {
                asked++;
                heard.response(Samples.response(List.of(useless)), FOUR, now);
            }
        }
        assertTrue(asked <= 30, asked + " questions");
    }

    /// Whatever is sent, nothing is thrown, and it is not asked more than bounds allow.
    @Test
    void brokenPacketsDoNoHarm() {
        Random random = new Random(42);
        Responder responder = new Responder(Samples.ADA, List.of(Samples.FOUR), new Random(1), START);
        byte[] whole = Samples.announced(Samples.ADA, Samples.FOUR, Samples.SIX).toWire();
        byte[] query = Samples.query(INSTANCE, Type.ANY).toWire();
        for (int i = 0; i < 5_000; i++) {
            byte[] packet = Arrays.copyOf(i % 2 == 0 ? whole : query, i % 2 == 0 ? whole.length : query.length);
            if (i < 2 * whole.length) {
                packet = Arrays.copyOf(packet, Math.min(packet.length, i / 2));
            } else {
                for (int flips = random.nextInt(1, 8); flips > 0; flips--) {
                    packet[random.nextInt(packet.length)] = (byte) random.nextInt();
                }
            }
            long now = START + i;
            Samples.parsed(packet).ifPresent(message -> {
                heard.response(message, FOUR, now);
                heard.query(message, now);
                responder.query(message, now % 3 == 0, now).ifPresent(Message::toWire);
                responder.response(message, now);
                responder.take(now).ifPresent(Message::toWire);
                heard.questions(FOUR, now).forEach(Message::toWire);
                heard.asked(now);
                heard.expire(now);
                assertTrue(rows().size() <= Neighbourhood.MOST);
            });
        }
    }

    private List<FoundSession> rows() {
        return Rows.of(Map.of(3, heard));
    }

    /// What is asked now, `name TYPE`, over IPv4.
    private Stream<String> questions(long now) {
        List<String> asked = Samples.questions(heard.questions(FOUR, now).stream()).toList();
        heard.asked(now);
        return asked.stream();
    }
}
