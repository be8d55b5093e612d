package tincan.ui.session;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.session.Privacy;
import tincan.text.Text;
import tincan.ui.control.Visibility;
import tincan.ui.session.MembersViewModel.MemberLine;

/// The members, and at a host the door they came in by.
final class MembersController {
    private final MembersViewModel members;
    private final DoorViewModel door;
    private final Text text;
    private final MemberMenu menu;
    private final BarredPopOver barred;

    @FXML
    private ListView<MemberLine> membersList;
    @FXML
    private MenuButton doorMenu;
    @FXML
    private FontIcon doorIcon;
    @FXML
    private MenuItem lockItem;
    @FXML
    private MenuItem codeItem;
    @FXML
    private MenuItem barredItem;

    /// @param compare shows the words to be compared
    MembersController(MembersViewModel members, DoorViewModel door, Text text, Runnable compare) {
        this.members = members;
        this.door = door;
        this.text = text;
        this.menu = new MemberMenu(door, text, compare);
        this.barred = new BarredPopOver(door, text);
    }

    @FXML
    private void initialize() {
        membersList.setItems(members.lines());
        membersList.setCellFactory(_ -> new MemberCell(text, menu));
        membersList.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        membersList.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::requested);
        membersList.focusedProperty().subscribe(this::chooseFirst);
        initializeDoor();
    }

    private void initializeDoor() {
        if (door.kept()) {
            Visibility.follow(doorMenu, door.openProperty());
        } else {
            Visibility.set(doorMenu, false);
        }
        door.lockedProperty().subscribe(this::showLocked);
        codeItem.setVisible(door.privacy() == Privacy.CODE);
        barredItem.textProperty().bind(Bindings.size(door.barred())
                .map(count -> text.of("door.barred", count.intValue())));
    }

    private void showLocked(boolean locked) {
        doorIcon.setIconLiteral(locked ? "fth-lock" : "fth-log-in");
        doorMenu.setText(text.of(locked ? "door.locked" : "door.open"));
        lockItem.setText(text.of(locked ? "door.unlock" : "door.lock"));
    }

    /// The arrow keys begin somewhere.
    private void chooseFirst(boolean focused) {
        if (focused && membersList.getSelectionModel().isEmpty()) {
            membersList.getSelectionModel().selectFirst();
        }
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.CONTEXT_MENU || (key.getCode() == KeyCode.F10 && key.isShiftDown())) {
            showMenu();
            key.consume();
        }
    }

    private void requested(ContextMenuEvent request) {
        showMenu();
        request.consume();
    }

    private void showMenu() {
        MemberLine line = membersList.getSelectionModel().getSelectedItem();
        if (line != null && menu.knows(line)) {
            menu.show(line, cell(line));
        }
    }

    private Node cell(MemberLine line) {
        return membersList.lookupAll(".member-cell").stream()
                .filter(node -> node instanceof MemberCell cell && line.equals(cell.getItem())).findFirst()
                .orElse(membersList);
    }

    @FXML
    private void toggleLock() {
        door.lock(!door.lockedProperty().get());
    }

    @FXML
    private void changeCode() {
        door.changeCode();
    }

    @FXML
    private void showBarred() {
        barred.show(doorMenu);
    }
}
