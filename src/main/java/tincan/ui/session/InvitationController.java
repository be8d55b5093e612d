package tincan.ui.session;

import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import tincan.session.Privacy;
import tincan.text.Text;
import tincan.ui.control.Copying;
import tincan.ui.control.Visibility;
import tincan.ui.session.InvitationViewModel.Way;

/// The invitation: the code, the link as text and as a picture, and every address, each with a button that copies it.
final class InvitationController {
    private final InvitationViewModel invitation;
    private final DoorViewModel door;
    private final Text text;
    /// What follows which way is chosen, for the ways that are shown.
    private Subscription choices = Subscription.EMPTY;

    @FXML
    private Button invitationClose;
    @FXML
    private Label invitationWords;
    @FXML
    private Pane lockedRow;
    @FXML
    private Pane codeRow;
    @FXML
    private Label codeWords;
    @FXML
    private Button codeCopy;
    @FXML
    private Label linkWords;
    @FXML
    private Button linkCopy;
    @FXML
    private QrCode qrCode;
    @FXML
    private Pane ways;
    @FXML
    private Pane netcat;
    @FXML
    private Label netcatWords;
    @FXML
    private Button netcatCopy;

    InvitationController(InvitationViewModel invitation, Text text) {
        this.invitation = invitation;
        this.door = invitation.door();
        this.text = text;
    }

    @FXML
    private void initialize() {
        invitationWords.setText(text.of("invitation.words", door.privacy()));
        Visibility.follow(invitationClose, invitation.openProperty());
        Visibility.follow(lockedRow, door.lockedProperty());
        Visibility.tell(codeWords, door.codeProperty());
        Visibility.follow(codeRow, door.codeProperty().isNotEmpty());
        copyable(codeCopy, codeWords, "invitation.copy.code");
        linkWords.textProperty().bind(invitation.linkProperty());
        copyable(linkCopy, linkWords, "invitation.copy.link");
        invitation.linkProperty().subscribe(link -> qrCode.show(link, text.of("invitation.qr.accessible", link)));
        netcatWords.textProperty().bind(invitation.chosenProperty().map(Way::command).orElse(""));
        copyable(netcatCopy, netcatWords, "invitation.copy.command");
        Visibility.set(netcat, door.privacy() == Privacy.OPEN);
        invitation.ways().addListener((ListChangeListener<Way>) _ -> showWays());
        showWays();
    }

    private void copyable(Button button, Label words, String key) {
        Copying.offer(button, text, words::getText);
        button.accessibleTextProperty()
                .bind(Bindings.createStringBinding(() -> text.of(key, words.getText()), words.textProperty()));
    }

    @FXML
    private void close() {
        invitation.openProperty().set(false);
    }

    @FXML
    private void changeCode() {
        door.changeCode();
    }

    @FXML
    private void unlock() {
        door.lock(false);
    }

    private void showWays() {
        choices.unsubscribe();
        choices = Subscription.EMPTY;
        ToggleGroup one = new ToggleGroup();
        ways.getChildren().setAll(invitation.ways().stream().map(way -> line(way, one)).toList());
    }

    private HBox line(Way way, ToggleGroup one) {
        FlowPane words = new FlowPane(address(way, one), where(way));
        words.getStyleClass().add("way-words");
        words.setPrefWrapLength(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button copy = new Button();
        copy.getStyleClass().add("flat");
        copy.setMinWidth(Button.USE_PREF_SIZE);
        copy.setAccessibleText(text.of("invitation.copy.accessible", way.address()));
        Copying.offer(copy, text, way::address);
        HBox line = new HBox(words, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("way", switch (way.kind()) {
            case PHYSICAL -> "physical";
            case VIRTUAL -> "virtual";
            case LOOPBACK -> "loopback";
        });
        return line;
    }

    /// Choosing it leads the link there.
    private RadioButton address(Way way, ToggleGroup one) {
        RadioButton address = new RadioButton(way.address());
        address.setId("way-" + way.address());
        address.getStyleClass().add("way-address");
        address.setMinWidth(0);
        address.setToggleGroup(one);
        address.setAccessibleHelp(way.where());
        choices = choices
                .and(invitation.chosenProperty().subscribe(now -> address.setSelected(Objects.equals(now, way))));
        address.setOnAction(_ -> invitation.chosenProperty().set(way));
        return address;
    }

    private static Label where(Way way) {
        Label where = new Label(way.where());
        where.getStyleClass().addAll("tc-muted", "way-where");
        return where;
    }
}
