package tincan.ui.session;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.text.Text;
import tincan.ui.session.Row.Message;
import tincan.ui.session.Row.Sign;
import tincan.ui.session.Row.Spoken;
import tincan.ui.talk.VoiceViewModel;

/// A row of the conversation. As high as its content is at the list's width.
///
/// Owner: the JavaFX thread.
final class RowCell extends ListCell<Row> {
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass TRACED = PseudoClass.getPseudoClass("traced");

    private final Text text;
    private final ZoneId zone;
    private final ConversationViewModel conversation;
    private final FindViewModel find;
    private final TracedViewModel traced;
    private final DateTimeFormatter dayFormat;
    private final VoiceViewModel voice;
    private @Nullable MessageBubble bubble;
    private @Nullable SpokenBubble voiced;

    /// @param showBytes is told of a message that was clicked
    RowCell(Text text, ZoneId zone, SessionViewModel session, Consumer<Message> showBytes) {
        this.text = text;
        this.zone = zone;
        this.conversation = session.conversation();
        this.find = session.find();
        this.traced = session.traced();
        this.voice = session.talk().voice();
        this.dayFormat = DateTimeFormatter.ofPattern(text.of("conversation.day.pattern"), text.locale());
        getStyleClass().add("row-cell");
        conversation.progressProperty().subscribe((_, _) -> progressed());
        conversation.unsentProperty().subscribe((_, _) -> progressed());
        find.currentProperty().subscribe((_, now) -> showFound(now));
        traced.tracedProperty().subscribe((_, _) -> showTraced());
        voice.changesProperty().subscribe((_, _) -> {
            if (voiced != null && getItem() instanceof Spoken) {
                voiced.showState();
            }
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, click -> clicked(click, showBytes));
    }

    private void clicked(MouseEvent click, Consumer<Message> showBytes) {
        if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress() && bubble != null
                && getItem() instanceof Message message && bubble.holds(click)) {
            showBytes.accept(message);
        }
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(row == null || empty ? null : content(row));
        setAccessibleText(row == null || empty ? null : spoken(row));
        showTraced();
        showFound(find.currentProperty().get());
    }

    private Region content(Row row) {
        return switch (row) {
            case Message message -> bubble(message);
            case Spoken said -> spokenBubble(said);
            case Row.Notice notice -> notice(notice);
            case Row.Day day -> line("day", dayFormat.format(day.date()));
        };
    }

    private MessageBubble bubble(Message message) {
        MessageBubble shown = bubble;
        if (shown == null) {
            shown = new MessageBubble(text, zone, conversation, message);
            bubble = shown;
        } else {
            shown.show(message);
        }
        return shown;
    }

    private SpokenBubble spokenBubble(Spoken said) {
        SpokenBubble shown = voiced;
        if (shown == null) {
            shown = new SpokenBubble(text, zone, voice);
            voiced = shown;
        }
        shown.show(said);
        return shown;
    }

    private static Region notice(Row.Notice notice) {
        Label label = line("notice", notice.words());
        label.setGraphic(new FontIcon(icon(notice.sign())));
        return notice.sign() == Sign.MISSING ? gap(label) : label;
    }

    /// A hole in the conversation must not be overlooked.
    private static Region gap(Label words) {
        words.getStyleClass().setAll("label", "gap-words");
        words.setMinHeight(USE_PREF_SIZE);
        HBox row = new HBox(words);
        row.getStyleClass().add("gap");
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private static String icon(Sign sign) {
        return switch (sign) {
            case CAME -> "fth-log-in";
            case WENT -> "fth-log-out";
            case LOST -> "fth-wifi-off";
            case EARLIER -> "fth-more-horizontal";
            case MISSING -> "fth-alert-triangle";
            case CODE -> "fth-key";
            case CHAT -> "fth-message-circle";
            case TURNS -> "fth-radio";
        };
    }

    private static Label line(String kind, String words) {
        Label label = new Label(words);
        label.getStyleClass().add(kind);
        label.setAlignment(Pos.CENTER);
        label.setWrapText(true);
        return label;
    }

    private String spoken(Row row) {
        return switch (row) {
            case Message _ -> bubble == null ? "" : bubble.spoken();
            case Spoken _ -> voiced == null ? "" : voiced.spoken();
            case Row.Notice notice -> notice.words();
            case Row.Day day -> dayFormat.format(day.date());
        };
    }

    private void progressed() {
        if (getItem() instanceof Message message && message.mine() && bubble != null) {
            bubble.showDelivery();
            setAccessibleText(bubble.spoken());
        }
    }

    private void showTraced() {
        boolean now = !isEmpty() && getItem() instanceof Message message && traced.marked(message);
        pseudoClassStateChanged(TRACED, now);
        setAccessibleHelp(now ? text.of("conversation.traced.accessible") : null);
        if (bubble != null) {
            bubble.showTraced(now);
        }
    }

    private void showFound(Optional<Message> found) {
        pseudoClassStateChanged(FOUND, found.isPresent() && found.get().equals(getItem()));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!(getGraphic() instanceof Region content)) {
            return super.computePrefHeight(width);
        }
        Insets insets = getInsets();
        double inner = (width < 0 ? getListView().getWidth() : width) - insets.getLeft() - insets.getRight();
        return Math.ceil(content.prefHeight(inner) + insets.getTop() + insets.getBottom());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (getGraphic() instanceof Region content) {
            Insets insets = getInsets();
            content.resizeRelocate(insets.getLeft(), insets.getTop(),
                    getWidth() - insets.getLeft() - insets.getRight(),
                    getHeight() - insets.getTop() - insets.getBottom());
        }
    }
}
