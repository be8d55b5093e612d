package tincan.ui.session;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.text.Text;
import tincan.ui.control.Visibility;
import tincan.ui.session.MembersViewModel.MemberLine;

/// A member: disc, name, and what is to know about it.
final class MemberCell extends ListCell<MemberLine> {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");

    private final Text text;
    private final Avatar avatar = new Avatar();
    private final Label name = new Label();
    private final Label marks = new Label();
    private final FontIcon icon = new FontIcon("fth-wifi");
    private final Button more = new Button(null, new FontIcon("fth-more-vertical"));
    private final HBox content;
    private final MemberMenu menu;

    MemberCell(Text text, MemberMenu menu) {
        this.text = text;
        this.menu = menu;
        VBox words = new VBox(name, marks);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        content = new HBox(avatar, words, more);
        more.getStyleClass().addAll("flat", "tc-icon-button", "member-more");
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnAction(_ -> menu.show(getItem(), more));
        getStyleClass().add("member-cell");
        content.getStyleClass().add("member");
        name.getStyleClass().add("member-name");
        marks.getStyleClass().add("member-marks");
        marks.setGraphic(icon);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable MemberLine line, boolean empty) {
        super.updateItem(line, empty);
        if (line == null || empty) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
        } else {
            show(line);
        }
    }

    private void show(MemberLine line) {
        avatar.show(line.person().member(), line.name());
        name.setText(line.name());
        marks.setText(String.join(" · ", marksOf(line)));
        icon.setIconLiteral(sign(line));
        pseudoClassStateChanged(AWAY, !line.person().present());
        setAccessibleText(text.of("members.line.accessible", line.name(), marks.getText()));
        Visibility.set(more, menu.knows(line));
        more.setId("memberMenu-" + line.person().member());
        more.setAccessibleText(text.of("members.menu.accessible", line.name()));
        setTooltip(new Tooltip(line.person().address()
                .map(address -> line.name() + "\n" + text.of("members.address.tooltip", address))
                .orElse(line.name())));
        setGraphic(content);
    }

    private static String sign(MemberLine line) {
        if (line.speaks()) {
            return "fth-radio";
        }
        if (line.types()) {
            return "fth-edit-3";
        }
        return line.person().present() ? "fth-wifi" : "fth-wifi-off";
    }

    private List<String> marksOf(MemberLine line) {
        List<String> words = new ArrayList<>();
        if (line.you()) {
            words.add(text.of("members.you.mark"));
        }
        if (line.host()) {
            words.add(text.of("members.host.mark"));
        }
        if (line.speaks()) {
            words.addFirst(text.of("members.speaks.mark"));
        } else if (line.types()) {
            words.add(text.of("members.typing.mark"));
        } else if (words.isEmpty() || !line.person().present()) {
            words.add(text.of(line.person().present() ? "members.present.words" : "members.away.words"));
        }
        return words;
    }
}
