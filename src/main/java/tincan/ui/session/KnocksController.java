package tincan.ui.session;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import tincan.text.Text;
import tincan.ui.FxmlFile;
import tincan.ui.control.Visibility;
import tincan.ui.session.DoorViewModel.Knock;

/// Those before the door, over the conversation. It takes no focus away from whoever writes.
final class KnocksController {
    /// So many are shown at once; the next comes up when one is answered.
    private static final int SHOWN = 2;

    private final DoorViewModel door;
    private final Text text;
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");

    @FXML
    private VBox knocksPane;
    @FXML
    private Pane knockCards;
    @FXML
    private Label moreKnocks;

    KnocksController(DoorViewModel door, Text text) {
        this.door = door;
        this.text = text;
    }

    @FXML
    private void initialize() {
        Visibility.follow(knocksPane, Bindings.isNotEmpty(door.knocks()));
        door.knocks().addListener((ListChangeListener<Knock>) _ -> show());
        show();
    }

    private void show() {
        List<Knock> first = door.knocks().stream().limit(SHOWN).toList();
        knockCards.getChildren().removeIf(card -> !first.contains((Knock) card.getUserData()));
        first.stream().skip(knockCards.getChildren().size()).map(this::card).forEach(knockCards.getChildren()::add);
        int more = door.knocks().size() - first.size();
        moreKnocks.setText(text.of("knock.more", more));
        Visibility.set(moreKnocks, more > 0);
        announce();
    }

    private Node card(Knock knock) {
        Node card = FxmlFile.KNOCK.load(text.bundle(), new KnockController(knock, door, text));
        card.setUserData(knock);
        return card;
    }

    /// That somebody waits, in words; empty if nobody does.
    ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    private void announce() {
        news.set(door.knocks().isEmpty() ? "" : text.of("knock.news", door.knocks().size()));
        knocksPane.setAccessibleText(news.get());
        knocksPane.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
