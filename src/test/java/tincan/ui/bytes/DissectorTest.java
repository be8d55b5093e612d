package tincan.ui.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tincan.trace.Layer;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Sealed;

final class DissectorTest {
    private static final byte[] SAY = Wires.frame(6, "{\"id\":1}");
    private static final byte[] ACK = Wires.frame(7, "{}");

    private final Wires wires = new Wires(1 << 20);

    private List<String> only(TraceEvent event) {
        Dissection dissection = wires.dissect(event);
        assertEquals(1, dissection.sections().size());
        return Wires.parts(dissection.sections().getFirst());
    }

    @Test
    void aWriteOfTwoFramesHasThePartsOfBoth() {
        TraceEvent write = wires.write(Wires.joined(SAY, ACK));
        TraceEvent say = wires.told(Layer.WIRE, "SAY", SAY.length);
        wires.told(Layer.WIRE, "ACK", ACK.length);

        assertEquals(List.of("LENGTH 0+4 0SAY", "KIND 4+1 0SAY", "BODY 5+8 0SAY", "LENGTH 13+4 1ACK", "KIND 17+1 1ACK",
                "BODY 18+2 1ACK"), only(write));
        assertEquals(List.of("LENGTH 0+4 0SAY", "KIND 4+1 0SAY", "BODY 5+8 0SAY"), only(say));
    }

    @Test
    void aWriteThatHasAPartOfAFrameTellsWhichPartsOfItThoseAre() {
        TraceEvent first = wires.write(java.util.Arrays.copyOf(SAY, 7));
        TraceEvent rest = wires.write(java.util.Arrays.copyOfRange(SAY, 7, SAY.length));
        wires.told(Layer.WIRE, "SAY", SAY.length);

        assertEquals(List.of("LENGTH 0+4 0SAY", "KIND 4+1 0SAY", "BODY 5+8 0SAY"), only(first));
        assertEquals(List.of("BODY 5+8 0SAY"), only(rest));
        Section cut = wires.dissect(rest).sections().getFirst();
        assertEquals("7b", wires.dissect(first).sections().getFirst().hex(cut.parts().getFirst().span())
                .substring(0, 2));
        assertEquals("id\":1}", cut.text(cut.parts().getFirst().span()));
    }

    @Test
    void framesToldAsManyAreFoundByTheirLengths() {
        TraceEvent write = wires.write(Wires.joined(SAY, ACK, SAY));
        TraceEvent many = wires.toldAsMany(3, 2 * SAY.length + ACK.length);

        assertEquals(9, only(write).size());
        assertEquals("BODY 25+8 2SAY", only(many).getLast());
    }

    @Test
    void theBeginningOfAFrameWhoseRestIsStillToComeIsNamed() {
        TraceEvent write = wires.write(Wires.joined(ACK, java.util.Arrays.copyOf(SAY, 8)));
        wires.told(Layer.WIRE, "ACK", ACK.length);

        assertEquals(List.of("LENGTH 7+4 1SAY", "KIND 11+1 1SAY", "BODY 12+8 1SAY"), only(write).subList(3, 6));
    }

    @Test
    void whatNoFrameIsKnownOfHasNoName() {
        TraceEvent write = wires.write(new byte[40]);
        assertEquals(List.of("UNNAMED 0+40 0"), only(write));
        TraceEvent line = wires.write("hello\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        wires.told(Layer.WIRE, "NONE", 40);
        wires.told(Layer.WIRE, "LINE", 6);
        assertEquals(List.of("LINE 40+6 0LINE"), only(line));
    }

    @Test
    void aRecordHasTwoSections() {
        TraceEvent hello = wires.sealed(Sealed.Content.HANDSHAKE, 10, new byte[0]);
        wires.write(new byte[]{22, 3, 1, 0, 5, 1, 2, 3, 4, 5});
        TraceEvent record = wires.sealed(Sealed.Content.DATA, 30, Wires.joined(SAY, ACK));
        byte[] wire = new byte[30];
        wire[0] = 23;
        TraceEvent write = wires.write(wire);
        wires.told(Layer.INSIDE, "SAY", SAY.length);
        TraceEvent ack = wires.told(Layer.INSIDE, "ACK", ACK.length);

        assertEquals(List.of("RECORD_TYPE 0+1 0", "RECORD_VERSION 1+2 0", "RECORD_LENGTH 3+2 0", "CLEAR 5+5 0"),
                only(hello));
        for (TraceEvent event : List.of(record, write)) {
            List<Section> both = wires.dissect(event).sections();
            assertEquals(List.of(Section.Where.SENT, Section.Where.INSIDE), both.stream().map(Section::where).toList());
            assertEquals("SEALED 15+25 0", Wires.parts(both.getFirst()).getLast());
            assertEquals("KIND 17+1 1ACK", Wires.parts(both.getLast()).get(4));
        }
        assertEquals(Section.Where.INSIDE, wires.dissect(ack).sections().getFirst().where());
    }

    @Test
    void aCoveredSecretIsTold() {
        byte[] welcome = Wires.frame(2, "{\"key\":\"****\"}");
        wires.sealed(Sealed.Content.DATA, 60, Wires.joined(welcome, SAY));
        TraceEvent told = wires.told(Layer.INSIDE, "WELCOME", welcome.length);
        TraceEvent say = wires.told(Layer.INSIDE, "SAY", SAY.length);
        assertTrue(wires.dissect(told).covered());
        assertFalse(wires.dissect(say).covered());
    }

    @Test
    void whatIsNoLongerKeptIsCounted() {
        Wires few = new Wires(1_100);
        TraceEvent first = few.write(new byte[400]);
        few.told(Layer.WIRE, "SAY", 800);
        TraceEvent second = few.write(new byte[400]);
        few.write(new byte[400]);
        Section gone = few.dissect(first).sections().getFirst();
        assertEquals(400, gone.lost());
        assertEquals("", gone.hex(gone.span()));
        TraceEvent frame = few.log.since(0, 10).stream().filter(event -> event.what().bytes() == 800).findFirst()
                .orElseThrow();
        assertEquals(400, few.dissect(frame).sections().getFirst().lost());
        assertEquals(0, few.dissect(second).sections().getFirst().lost());
    }

    @Test
    void aCallThatMovesNoBytesHasNoSection() {
        wires.tap.called(SocketCall.LISTEN, "0.0.0.0:8462");
        assertEquals(List.of(), wires.dissect(wires.newest()).sections());
    }

    @Test
    void aMillionBytesAreLinesThatAreMadeWhenAsked() {
        TraceEvent write = wires.write(new byte[1 << 20]);
        HexLines lines = new HexLines(new Wires(0).dissect(write).sections(), 16);
        assertEquals(1, lines.size());
        Wires large = new Wires(4 << 20);
        Section section = large.dissect(large.write(new byte[1 << 20])).sections().getFirst();
        HexLines all = new HexLines(List.of(section), 16);
        assertEquals(1 + (1 << 16), all.size());
        assertEquals((1 << 20) - 16, ((HexLine.Bytes) all.getLast()).offset());
        assertEquals(all.size() - 1, all.indexOf(section, (1 << 20) - 1));
    }
}
