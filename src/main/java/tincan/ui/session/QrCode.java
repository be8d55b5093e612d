package tincan.ui.session;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// A text as a QR code (ISO/IEC 18004) with its quiet zone, dark on light in both themes because not every camera reads
/// it the other way round. One path, so that no seams show; each module is a whole number of pixels.
///
/// Owner: the JavaFX thread.
public final class QrCode extends Region {
    /// What the standard asks for on each side.
    private static final int QUIET_MODULES = 4;

    private final SVGPath dark = new SVGPath();
    private final Scale scale = new Scale();
    private int modules = 1;

    public QrCode() {
        getStyleClass().add("qr-code");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        dark.getStyleClass().add("qr-modules");
        dark.setManaged(false);
        dark.getTransforms().add(scale);
        getChildren().add(dark);
    }

    /// Shows `words`; nothing if they are empty.
    void show(String words, String spoken) {
        setAccessibleText(spoken);
        setVisible(!words.isEmpty());
        if (!words.isEmpty()) {
            BitMatrix matrix = encoded(words);
            modules = matrix.getWidth();
            dark.setContent(path(matrix));
            requestLayout();
        }
    }

    /// The smallest picture of `words`: one cell a module.
    static BitMatrix encoded(String words) {
        try {
            return new QRCodeWriter().encode(words, BarcodeFormat.QR_CODE, 0, 0,
                    Map.of(EncodeHintType.MARGIN, QUIET_MODULES));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /// A rectangle for each run of dark modules in a row.
    private static String path(BitMatrix matrix) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                int from = x;
                while (x < matrix.getWidth() && matrix.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append("M%d %dh%dv1h%dz".formatted(from, y, x - from, from - x));
                }
            }
        }
        return path.toString();
    }

    @Override
    protected void layoutChildren() {
        double module = Math.max(1, Math.floor(Math.min(getWidth(), getHeight()) / modules));
        scale.setX(module);
        scale.setY(module);
        dark.setLayoutX(Math.floor((getWidth() - module * modules) / 2));
        dark.setLayoutY(Math.floor((getHeight() - module * modules) / 2));
    }
}
