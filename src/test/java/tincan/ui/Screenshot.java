package tincan.ui;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// A window's scene with what pops up over it. On the JavaFX thread.
public final class Screenshot {
    private Screenshot() {}

    public static Image of(Scene scene) {
        WritableImage image = scene.snapshot(null);
        Window window = scene.getWindow();
        if (window != null) {
            List.copyOf(Window.getWindows()).stream()
                    .filter(popup -> popup instanceof PopupWindow && popup.isShowing())
                    .forEach(popup -> draw(popup, popup.getX() - window.getX() - scene.getX(),
                            popup.getY() - window.getY() - scene.getY(), image));
        }
        return image;
    }

    private static void draw(Window popup, double left, double top, WritableImage onto) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        Node root = popup.getScene().getRoot();
        clear.setViewport(new Rectangle2D(0, 0, popup.getWidth(), popup.getHeight()));
        PixelReader pixels = root.snapshot(clear, null).getPixelReader();
        for (int y = 0; y < (int) popup.getHeight(); y++) {
            for (int x = 0; x < (int) popup.getWidth(); x++) {
                put(onto, (int) left + x, (int) top + y, pixels.getColor(x, y));
            }
        }
    }

    private static void put(WritableImage onto, int x, int y, Color over) {
        if (x >= 0 && y >= 0 && x < onto.getWidth() && y < onto.getHeight()) {
            Color under = onto.getPixelReader().getColor(x, y);
            Color opaque = Color.color(over.getRed(), over.getGreen(), over.getBlue());
            onto.getPixelWriter().setColor(x, y, under.interpolate(opaque, over.getOpacity()));
        }
    }
}
