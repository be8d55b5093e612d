package tincan.ui.session;

import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tincan.text.Text;
import tincan.ui.control.Copying;
import tincan.ui.TailFollower;
import tincan.ui.session.Row.Message;

/// The conversation's list, its find bar, and the pill that leads back to its end.
final class ConversationController {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final SessionViewModel session;
    private final ConversationViewModel conversation;
    private final FindViewModel find;
    private final MembersViewModel members;
    private final Text text;
    private final ZoneId zone;
    private final Runnable toComposer;
    private final Consumer<Message> showBytes;

    @FXML
    private ListView<Row> conversationList;
    @FXML
    private VBox emptyWords;
    @FXML
    private Button unseenPill;
    @FXML
    private HBox findBar;
    @FXML
    private TextField findField;
    @FXML
    private Label findCount;
    @FXML
    private Label typingWords;

    /// @param toComposer puts the focus where one writes
    /// @param showBytes shows what the log knows of a message
    ConversationController(SessionViewModel session, Text text, ZoneId zone, Runnable toComposer,
            Consumer<Message> showBytes) {
        this.session = session;
        this.conversation = session.conversation();
        this.find = session.find();
        this.members = session.members();
        this.text = text;
        this.zone = zone;
        this.toComposer = toComposer;
        this.showBytes = showBytes;
    }

    private Runnable leaveTail = () -> {
    };

    @FXML
    private void initialize() {
        conversationList.setItems(conversation.rows());
        conversationList.setCellFactory(_ -> new RowCell(text, zone, session, showBytes));
        conversationList.setContextMenu(menu());
        conversationList.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        typingWords.textProperty().bind(members.typingProperty());
        emptyWords.visibleProperty().bind(Bindings.isEmpty(conversation.rows()));
        followTail();
        initializeFind();
    }

    private void followTail() {
        TailFollower follower = new TailFollower(conversationList);
        follower.followingProperty().bindBidirectional(conversation.followingProperty());
        find.currentProperty().subscribe((_, now) -> now.ifPresent(_ -> {
            follower.leave();
            reveal(find.index());
        }));
        leaveTail = follower::leave;
        unseenPill.textProperty().bind(conversation.unseenProperty()
                .map(count -> text.of("conversation.unseen.pill", count)));
        unseenPill.visibleProperty().bind(conversation.unseenProperty().greaterThan(0));
    }

    /// Brings the first message into view that the log points at.
    void revealTraced() {
        session.traced().first().ifPresent(index -> {
            leaveTail.run();
            conversationList.scrollTo(Math.max(0, index - 1));
        });
    }

    private void reveal(int index) {
        conversationList.getSelectionModel().select(index);
        conversationList.scrollTo(Math.max(0, index - 1));
    }

    private void initializeFind() {
        findField.textProperty().bindBidirectional(find.queryProperty());
        findCount.textProperty().bind(Bindings.createStringBinding(this::countWords, find.countProperty(),
                find.placeProperty(), find.queryProperty()));
        findBar.managedProperty().bind(findBar.visibleProperty());
        findBar.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                closeFind();
                key.consume();
            }
        });
        findField.addEventHandler(KeyEvent.KEY_PRESSED, this::stepOnKey);
    }

    private String countWords() {
        if (find.queryProperty().get().isBlank()) {
            return "";
        }
        return find.countProperty().get() == 0
                ? text.of("conversation.find.none")
                : text.of("conversation.find.count", find.placeProperty().get(), find.countProperty().get());
    }

    private void stepOnKey(KeyEvent key) {
        if ((key.getCode() == KeyCode.ENTER && key.isShiftDown()) || key.getCode() == KeyCode.UP) {
            findPrevious();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.DOWN) {
            findNext();
            key.consume();
        }
    }

    /// Opens the find bar.
    void openFind() {
        findBar.setVisible(true);
        findField.requestFocus();
        findField.selectAll();
    }

    @FXML
    private void closeFind() {
        findBar.setVisible(false);
        find.queryProperty().set("");
        toComposer.run();
    }

    @FXML
    private void findNext() {
        find.next();
    }

    @FXML
    private void findPrevious() {
        find.previous();
    }

    @FXML
    private void goToEnd() {
        conversation.followingProperty().set(true);
        toComposer.run();
    }

    private ContextMenu menu() {
        MenuItem copy = new MenuItem(text.of("conversation.copy.menu"));
        copy.setId("copyMessage");
        copy.setOnAction(_ -> copy());
        MenuItem bytes = new MenuItem(text.of("conversation.bytes.menu"));
        bytes.setId("showBytes");
        bytes.setOnAction(_ -> showBytes());
        conversationList.getSelectionModel().selectedItemProperty()
                .subscribe(row -> bytes.setDisable(!(row instanceof Message)));
        return new ContextMenu(copy, bytes);
    }

    private void onKey(KeyEvent key) {
        if (COPY.match(key)) {
            copy();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER) {
            showBytes();
            key.consume();
        }
    }

    private void showBytes() {
        if (conversationList.getSelectionModel().getSelectedItem() instanceof Row.Spoken said) {
            session.talk().voice().togglePlay(said.epoch());
        }
        if (conversationList.getSelectionModel().getSelectedItem() instanceof Message message) {
            showBytes.accept(message);
        }
    }

    /// Copies the row chosen as it was written.
    private void copy() {
        Row row = conversationList.getSelectionModel().getSelectedItem();
        if (row instanceof Message message) {
            Copying.put(message.text());
        } else if (row instanceof Row.Notice notice) {
            Copying.put(notice.words());
        }
    }
}
