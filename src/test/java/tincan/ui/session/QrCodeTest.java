package tincan.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import org.junit.jupiter.api.Test;

final class QrCodeTest {
    private static final String LINK = "tincan://192.168.1.7:8462/#7-maple-orbit";

    @Test
    void aCameraReadsTheLink() throws Exception {
        assertEquals(LINK, new Decoder().decode(withoutQuietZone(QrCode.encoded(LINK))).getText());
    }

    @Test
    void fourModulesAreQuietOnEachSide() {
        int[] dark = QrCode.encoded(LINK).getEnclosingRectangle();
        assertEquals(4, dark[0]);
        assertEquals(4, dark[1]);
    }

    private static BitMatrix withoutQuietZone(BitMatrix whole) {
        int size = whole.getWidth() - 8;
        BitMatrix inner = new BitMatrix(size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (whole.get(x + 4, y + 4)) {
                    inner.set(x, y);
                }
            }
        }
        return inner;
    }
}
