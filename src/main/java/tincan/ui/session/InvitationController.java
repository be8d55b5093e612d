package tincan.ui.session;

import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.text.Text;
import tincan.ui.session.InvitationViewModel.Way;

/// The invitation: every address with a button that copies it, and the line for netcat.
final class InvitationController {
    private static final Duration TELLS = Duration.seconds(2);

    private final InvitationViewModel invitation;
    private final Text text;
    private final boolean openLesson;

    @FXML
    private VBox ways;
    @FXML
    private VBox netcat;
    @FXML
    private Button invitationClose;

    InvitationController(InvitationViewModel invitation, Text text, boolean openLesson) {
        this.invitation = invitation;
        this.text = text;
        this.openLesson = openLesson;
    }

    @FXML
    private void initialize() {
        invitation.ways().addListener((ListChangeListener<Way>) _ -> show());
        invitationClose.visibleProperty().bind(invitation.openProperty());
        netcat.setVisible(openLesson);
        netcat.setManaged(openLesson);
        show();
    }

    @FXML
    private void close() {
        invitation.openProperty().set(false);
    }

    private void show() {
        ways.getChildren().setAll(invitation.ways().stream().map(this::line).toList());
        netcat.getChildren().remove(1, netcat.getChildren().size());
        invitation.ways().stream().limit(1).map(way -> line(way.command(), "", "netcat-line"))
                .forEach(netcat.getChildren()::add);
    }

    private HBox line(Way way) {
        HBox line = line(way.address(), way.where(), "way");
        line.getStyleClass().add(switch (way.kind()) {
            case PHYSICAL -> "physical";
            case VIRTUAL -> "virtual";
            case LOOPBACK -> "loopback";
        });
        return line;
    }

    private HBox line(String copied, String about, String kind) {
        Label address = new Label(copied);
        address.getStyleClass().add("way-address");
        address.setMinWidth(0);
        Label where = new Label(about);
        where.getStyleClass().addAll("tc-muted", "way-where");
        FlowPane words = new FlowPane(address);
        words.getStyleClass().add("way-words");
        words.setPrefWrapLength(0);
        if (!about.isEmpty()) {
            words.getChildren().add(where);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(words, copyButton(copied));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add(kind);
        return line;
    }

    private Button copyButton(String copied) {
        Button button = new Button(text.of("invitation.copy.button"), new FontIcon("fth-copy"));
        button.getStyleClass().add("flat");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setAccessibleText(text.of("invitation.copy.accessible", copied));
        button.setOnAction(_ -> copy(copied, button));
        return button;
    }

    private void copy(String copied, Button button) {
        ClipboardContent content = new ClipboardContent();
        content.putString(copied);
        Clipboard.getSystemClipboard().setContent(content);
        button.setText(text.of("invitation.copied.button"));
        button.setGraphic(new FontIcon("fth-check"));
        PauseTransition back = new PauseTransition(TELLS);
        back.setOnFinished(_ -> {
            button.setText(text.of("invitation.copy.button"));
            button.setGraphic(new FontIcon("fth-copy"));
        });
        back.play();
    }
}
