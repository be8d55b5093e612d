package tincan.ui.session;

import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.session.Privacy;
import tincan.text.Text;
import tincan.ui.session.MembersViewModel.MemberLine;

/// What a host can do about a member.
final class MemberMenu {
    private final DoorViewModel door;
    private final Text text;
    private final Runnable compare;

    /// @param compare shows the words to be compared
    MemberMenu(DoorViewModel door, Text text, Runnable compare) {
        this.door = door;
        this.text = text;
        this.compare = compare;
    }

    /// Whether there is anything to be done about this one.
    boolean knows(MemberLine line) {
        return door.kept() && door.openProperty().get() && !line.you() && !line.host();
    }

    /// Shows the menu at `anchor`.
    void show(MemberLine line, Node anchor) {
        ContextMenu menu = new ContextMenu();
        if (door.privacy() != Privacy.OPEN) {
            menu.getItems().add(item("compareWords", "members.menu.compare", "fth-check-circle", _ -> compare.run()));
        }
        menu.getItems().add(item("removeMember", "members.menu.remove", "fth-user-minus",
                _ -> door.remove(line.person().member())));
        line.person().address().ifPresent(address -> menu.getItems()
                .add(item("barMember", "members.menu.bar", "fth-slash", _ -> confirmBar(line, address, anchor))));
        menu.show(anchor, Side.BOTTOM, 0, 0);
    }

    private MenuItem item(String id, String key, String icon, EventHandler<ActionEvent> action) {
        MenuItem item = new MenuItem(text.of(key), new FontIcon(icon));
        item.setId(id);
        item.setOnAction(action);
        return item;
    }

    private void confirmBar(MemberLine line, String address, Node anchor) {
        ButtonType bar = new ButtonType(text.of("members.bar.button"), ButtonData.OK_DONE);
        ButtonType cancel = new ButtonType(text.of("app.cancel"), ButtonData.CANCEL_CLOSE);
        Alert question = new Alert(AlertType.CONFIRMATION, text.of("members.bar.words", address), bar, cancel);
        question.initOwner(anchor.getScene().getWindow());
        question.setTitle(text.of("members.menu.bar"));
        question.setHeaderText(text.of("members.bar.question", line.name(), address));
        question.getDialogPane().setId("barQuestion");
        question.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        question.getDialogPane().lookupButton(bar).setId("barConfirmed");
        question.resultProperty().subscribe(answer -> {
            if (answer == bar) {
                door.bar(line.person().member());
            }
        });
        question.show();
    }
}
