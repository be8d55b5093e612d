package tincan.ui.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import tincan.text.Text;
import tincan.trace.Layer;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Sealed;

final class BytesViewModelTest {
    private static final byte[] SAY = Wires.frame(6, "{\"id\":1,\"text\":\"你好\"}");
    private static final byte[] ACK = Wires.frame(7, "{}");

    private final Wires wires = new Wires(1 << 20);
    private final BytesViewModel model = new BytesViewModel(Text.in(Locale.ENGLISH));

    private void show(TraceEvent event) {
        model.show(wires.dissect(event), "write");
    }

    @Test
    void aByteChoosesItsPartAndTellsWhatItIs() {
        TraceEvent write = wires.write(Wires.joined(SAY, ACK));
        wires.told(Layer.WIRE, "SAY", SAY.length);
        wires.told(Layer.WIRE, "ACK", ACK.length);
        show(write);
        Section section = model.sectionsProperty().get().getFirst();

        assertEquals("Click a byte, or press the left and right arrow keys, to see what it is.", model.told());
        model.choose(section, 2);
        assertEquals("length: 25 bytes of kind and body follow", model.told());
        assertEquals("00 00 00 19", model.hex());
        model.choose(section, 4);
        assertEquals("kind: SAY (6)", model.told());
        model.step(1);
        assertEquals("body of SAY, 24 bytes: {\"id\":1,\"text\":\"你好\"}", model.told());
        assertEquals("{\"id\":1,\"text\":\"你好\"}", model.plainText());
        assertEquals("1 × SAY, 1 × ACK", model.legendProperty().get());
        for (int i = 0; i < 9; i++) {
            model.step(1);
        }
        assertEquals("body of ACK, 2 bytes: {}", model.told());
    }

    @Test
    void thePartsOfARecordAreTold() {
        TraceEvent record = wires.sealed(Sealed.Content.DATA, 5 + 40, ACK);
        byte[] wire = new byte[45];
        wire[0] = 23;
        wire[1] = 3;
        wire[2] = 3;
        wire[4] = 40;
        wires.write(wire);
        show(record);
        model.step(1);
        assertEquals("type: 23 (application_data)", model.told());
        model.step(1);
        assertEquals("version: 3.3, which TLS 1.3 writes for the sake of old boxes on the way", model.told());
        model.step(1);
        assertEquals("length: 40 bytes of the record follow", model.told());
        model.step(1);
        assertEquals("sealed: 40 bytes that only who has the key can read", model.told());
    }

    @Test
    void aRowWithoutBytesSaysSo() {
        wires.tap.called(SocketCall.LISTEN, "");
        show(wires.newest());
        assertEquals("This row moved no bytes. Choose a read, a write, a TLS record or a frame.",
                model.emptyProperty().get());
        model.step(1);
        assertEquals("", model.hex());
    }
}
