package tincan.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import tincan.trace.Addresses;

/// Whether addresses are shown to those who look at the screen. Chosen on the JavaFX thread; texts are made on any.
public final class AddressVeil {
    private final BooleanProperty hiding = new SimpleBooleanProperty();
    /// The same for threads that must not look at properties.
    private volatile boolean now;

    public AddressVeil() {
        hiding.subscribe(on -> now = on);
    }

    public BooleanProperty hidingProperty() {
        return hiding;
    }

    /// The text as it is to be shown.
    public String of(String text) {
        return now ? Addresses.hidden(text) : text;
    }
}
