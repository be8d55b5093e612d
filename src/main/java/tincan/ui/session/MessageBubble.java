package tincan.ui.session;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import tincan.text.Text;
import tincan.ui.ShownText;
import tincan.ui.control.Visibility;
import tincan.ui.session.Row.Message;

/// One message in its bubble: own at the right, others' at the left under the author's name. It lays itself out,
/// because a bubble is as wide as its text up to a bound, and as high as the text is at that width.
///
/// Owner: the JavaFX thread.
final class MessageBubble extends Region {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
    private static final PseudoClass UNSENT = PseudoClass.getPseudoClass("unsent");
    private static final double WIDEST_PART = 0.78;
    private static final double WIDEST_EMS = 44;

    /// The sign that the rows of the log have too.
    private static final String TRACE = "◆";

    private final Text text;
    private final ZoneId zone;
    private final ConversationViewModel conversation;
    private final Label name = new Label();
    private final Region bubble = new Region();
    private final javafx.scene.text.Text words = new javafx.scene.text.Text();
    private final Label time = new Label();
    private final DeliveryMark mark = new DeliveryMark();
    private final Label trace = new Label(TRACE);
    private final HBox meta = new HBox(trace, time, mark);
    private final Hyperlink more = new Hyperlink();

    private Message message;

    MessageBubble(Text text, ZoneId zone, ConversationViewModel conversation, Message first) {
        this.text = text;
        this.zone = zone;
        this.conversation = conversation;
        this.message = first;
        getStyleClass().add("message");
        name.getStyleClass().add("message-name");
        bubble.getStyleClass().add("bubble");
        words.getStyleClass().add("message-words");
        meta.getStyleClass().add("message-meta");
        more.getStyleClass().add("message-more");
        more.setOnAction(_ -> toggle());
        trace.getStyleClass().add("message-trace");
        showTraced(false);
        getChildren().addAll(name, bubble, words, meta, more);
        for (var child : getChildren()) {
            child.setManaged(false);
        }
        show(first);
    }

    void show(Message now) {
        message = now;
        pseudoClassStateChanged(OWN, now.mine());
        PersonColour.paint(this, now.member());
        name.setText(ShownText.of(now.from()));
        name.setVisible(now.leads() && !now.mine());
        mark.setVisible(now.mine());
        mark.setManaged(now.mine());
        showWords();
        showDelivery();
    }

    private void showWords() {
        boolean foldable = Folding.foldable(message.text());
        boolean folded = foldable && !conversation.expanded(message);
        words.setText(ShownText.of(folded ? Folding.fold(message.text()) : message.text()));
        more.setVisible(foldable && message.numbered());
        more.setText(folded
                ? text.of("conversation.show-all.button", message.text().length())
                : text.of("conversation.show-less.button"));
        requestLayout();
    }

    /// Shows whether the log points at it.
    void showTraced(boolean now) {
        Visibility.set(trace, now);
        requestLayout();
    }

    /// Whether a click that it got was on its message, not beside it.
    boolean holds(MouseEvent click) {
        return bubble.getBoundsInParent().contains(sceneToLocal(click.getSceneX(), click.getSceneY()))
                && !(more.isVisible()
                        && more.getBoundsInParent().contains(sceneToLocal(click.getSceneX(), click.getSceneY())));
    }

    void showDelivery() {
        Delivery delivery = conversation.delivery(message);
        boolean lost = message.mine() && delivery == Delivery.NOT_SENT;
        String at = TIME.format(message.at().atZone(zone));
        mark.show(delivery);
        time.setText(lost ? at + " · " + text.of("conversation.delivery", delivery) : at);
        pseudoClassStateChanged(UNSENT, lost);
        requestLayout();
    }

    private void toggle() {
        if (conversation.expanded(message)) {
            conversation.collapse(message);
        } else {
            conversation.expand(message);
        }
        showWords();
    }

    /// What a screen reader says.
    String spoken() {
        String said = ShownText.of(message.text().length() > 500 ? message.text().substring(0, 500) : message.text());
        return message.mine()
                ? text.of("conversation.own.accessible", TIME.format(message.at().atZone(zone)),
                        text.of("conversation.delivery", conversation.delivery(message)), said)
                : text.of("conversation.message.accessible", name.getText(), time.getText(), said);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return measure(width).height();
    }

    @Override
    protected double computePrefWidth(double height) {
        return em() * 20;
    }

    private double em() {
        return time.getFont().getSize();
    }

    /// Where everything goes at a width: the words wrapped, what stands above, beside and below them.
    private Plan measure(double width) {
        double em = words.getFont().getSize();
        double most = Math.floor(Math.min(width * WIDEST_PART, em * WIDEST_EMS) - 1.5 * em);
        double metaWidth = meta.prefWidth(-1);
        words.setWrappingWidth(0);
        double natural = words.getLayoutBounds().getWidth();
        if (natural > most) {
            words.setWrappingWidth(most);
        }
        Bounds bounds = words.getLayoutBounds();
        boolean beside = !more.isVisible() && natural + em * 0.75 + metaWidth <= most
                && bounds.getHeight() < em * 2;
        double moreWidth = more.isVisible() ? more.prefWidth(-1) + em : 0;
        double inner = beside
                ? natural + em * 0.75 + metaWidth
                : Math.max(Math.min(natural, most), metaWidth + moreWidth);
        return new Plan(em, Math.ceil(inner), Math.ceil(bounds.getHeight()), beside, top(em), meta.prefHeight(-1));
    }

    private double top(double em) {
        double air = Math.round(message.leads() ? em * 0.75 : em * 0.2);
        return name.isVisible() ? air + name.prefHeight(-1) + Math.round(em * 0.2) : air;
    }

    @Override
    protected void layoutChildren() {
        Plan plan = measure(getWidth());
        double left = Math.floor(message.mine() ? getWidth() - plan.bubbleWidth() : 0);
        double padding = plan.padding();
        name.resizeRelocate(padding, plan.top() - name.prefHeight(-1) - Math.round(plan.em() * 0.2),
                Math.min(name.prefWidth(-1), getWidth() - padding), name.prefHeight(-1));
        bubble.resizeRelocate(left, plan.top(), plan.bubbleWidth(), plan.bubbleHeight());
        words.relocate(left + padding, plan.top() + plan.above());
        double metaWidth = meta.prefWidth(-1);
        meta.resizeRelocate(left + plan.bubbleWidth() - padding - metaWidth, plan.metaTop(), metaWidth,
                plan.metaHeight());
        more.resizeRelocate(left + padding, plan.metaTop() - plan.em() * 0.1, more.prefWidth(-1),
                more.prefHeight(-1));
    }

    /// The measures of a bubble, in pixels.
    ///
    /// @param inner the width between the paddings
    /// @param words the height of the words
    /// @param beside whether the time stands beside the words, not below
    /// @param top what stands above the bubble
    private record Plan(double em, double inner, double words, boolean beside, double top, double metaHeight) {

        double padding() {
            return Math.round(em * 0.75);
        }

        double above() {
            return Math.round(em * 0.4);
        }

        double bubbleWidth() {
            return inner + 2 * padding();
        }

        double bubbleHeight() {
            return Math.ceil(words + 2 * above() + (beside ? 0 : metaHeight + em * 0.1));
        }

        double metaTop() {
            return Math.round(top + bubbleHeight() - above() - metaHeight + (beside ? em * 0.1 : em * 0.15));
        }

        double height() {
            return top + bubbleHeight();
        }
    }
}
