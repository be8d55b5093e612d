package tincan.ui.session;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.util.Duration;
import tincan.ui.Shortcut;
import tincan.ui.control.Visibility;

/// The field one writes in: it grows with the text, and Tab leaves it.
final class ComposerController {
    private static final Duration IDLE = Duration.seconds(3);
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final int MOST_LINES = 6;
    /// Enough to fill the lines shown; the rest need not be measured.
    private static final int MEASURED = 2_000;

    private final ComposerViewModel composer;
    private final tincan.text.Text text;
    private boolean enterSends;
    private final PauseTransition idle = new PauseTransition(IDLE);
    private final Text measure = new Text();

    @FXML
    private TextArea composerField;
    @FXML
    private Button sendButton;
    @FXML
    private Label composerTrouble;
    @FXML
    private Label composerCounter;
    @FXML
    private Pane turnWaits;

    ComposerController(ComposerViewModel composer, tincan.text.Text text, boolean enterSends) {
        this.composer = composer;
        this.text = text;
        this.enterSends = enterSends;
    }

    @FXML
    private void initialize() {
        composerField.setTextFormatter(new TextFormatter<String>(this::bounded));
        composerField.textProperty().bindBidirectional(composer.draftProperty());
        composerField.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        composerField.promptTextProperty().bind(composer.promptProperty());
        Visibility.follow(turnWaits, composer.waitingProperty());
        composerField.editableProperty().bind(composer.closedProperty().not());
        sendButton.disableProperty().bind(composer.sendableProperty().not());
        setEnterSends(enterSends);
        bind(composerTrouble, composer.troubleProperty());
        bind(composerCounter, composer.counterProperty());
        composer.tooLongProperty().subscribe(over -> composerCounter.pseudoClassStateChanged(OVER, over));
        idle.setOnFinished(_ -> composer.idle());
        composer.draftProperty().subscribe((_, _) -> idle.playFromStart());
        growWithText();
    }

    /// Whether Enter sends; otherwise Ctrl+Enter does.
    void setEnterSends(boolean now) {
        enterSends = now;
        sendButton.setTooltip(new Tooltip(
                now ? text.of("composer.send.enter") : text.of("composer.send.line-break", Shortcut.sendKeys())));
    }

    private static void bind(Label label, javafx.beans.value.ObservableValue<String> words) {
        label.textProperty().bind(words);
        label.visibleProperty().bind(words.map(now -> !now.isEmpty()));
        label.managedProperty().bind(label.visibleProperty());
    }

    private TextFormatter.Change bounded(TextFormatter.Change change) {
        if (change.isContentChange() && change.getControlNewText().length() > ComposerViewModel.MOST_CHARACTERS) {
            composer.refusedInput();
            change.setText("");
            change.setRange(change.getRangeStart(), change.getRangeStart());
        }
        return change;
    }

    private void growWithText() {
        measure.fontProperty().bind(composerField.fontProperty());
        composerField.textProperty().subscribe((_, _) -> grow());
        composerField.widthProperty().subscribe((_, _) -> grow());
        composerField.fontProperty().subscribe((_, _) -> grow());
        grow();
    }

    /// Gives the field the height of its text, from one line to [#MOST_LINES].
    private void grow() {
        double em = composerField.getFont().getSize();
        double line = heightOf("X", 0);
        String draft = composerField.getText();
        double inner = Math.max(em * 4, composerField.getWidth() - em * 2.2);
        double height = heightOf(draft.substring(0, Math.min(draft.length(), MEASURED)) + "\u200B", inner);
        double shown = Math.max(line, Math.min(height, line * MOST_LINES));
        double whole = Math.ceil(shown + em * 1.35);
        composerField.setMinHeight(whole);
        composerField.setPrefHeight(whole);
        composerField.setMaxHeight(whole);
    }

    private double heightOf(String words, double width) {
        measure.setWrappingWidth(width);
        measure.setText(words);
        return measure.getLayoutBounds().getHeight();
    }

    private void onKey(KeyEvent key) {
        if (key.getCode() == KeyCode.TAB && !key.isShortcutDown()) {
            composerField.requestFocusTraversal(
                    key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER) {
            enter(key);
            key.consume();
        }
    }

    private void enter(KeyEvent key) {
        boolean sends = enterSends ? !key.isShiftDown() : key.isShortcutDown();
        if (sends) {
            composer.send();
        } else {
            composerField.replaceSelection("\n");
        }
    }

    @FXML
    private void send() {
        composer.send();
        focus();
    }

    @FXML
    private void stopWaiting() {
        composer.stopWaiting();
        focus();
    }

    /// Has a reader speak these words with the field, which mostly has the focus.
    void explain(ObservableStringValue... words) {
        composerField.accessibleHelpProperty().bind(Bindings.createStringBinding(
                () -> Stream.of(words).map(ObservableStringValue::get).filter(now -> !now.isEmpty())
                        .collect(Collectors.joining(". ")),
                words));
    }

    /// Puts the focus where one writes.
    void focus() {
        composerField.requestFocus();
    }

    void close() {
        idle.stop();
    }
}
