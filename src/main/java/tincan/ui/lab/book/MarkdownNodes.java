package tincan.ui.lab.book;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/// Markdown of the booklet as nodes that the theme dresses: paragraphs, lists, code, strong words. What else there may
/// be is shown as the text in it.
final class MarkdownNodes {
    private static final Parser PARSER = Parser.builder().build();

    private MarkdownNodes() {}

    /// The blocks of a text, one below the other.
    static List<Node> of(String markdown) {
        return blocks(PARSER.parse(markdown));
    }

    private static Stream<org.commonmark.node.Node> children(org.commonmark.node.Node parent) {
        return Stream.iterate(parent.getFirstChild(), child -> child != null, org.commonmark.node.Node::getNext);
    }

    private static List<Node> blocks(org.commonmark.node.Node parent) {
        return children(parent).flatMap(block -> block(block).stream()).toList();
    }

    private static List<Node> block(org.commonmark.node.Node block) {
        return switch (block) {
            case OrderedList list -> items(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
            case BulletList list -> items(list, 0);
            case FencedCodeBlock code -> List.of(code(code.getLiteral()));
            case IndentedCodeBlock code -> List.of(code(code.getLiteral()));
            default -> List.of(paragraph(block));
        };
    }

    /// @param first number of the first item; 0 for bullets
    private static List<Node> items(org.commonmark.node.Node list, int first) {
        List<Node> items = new ArrayList<>();
        for (org.commonmark.node.Node item : children(list).filter(ListItem.class::isInstance).toList()) {
            Label marker = new Label(first == 0 ? "•" : first + items.size() + ".");
            marker.getStyleClass().add("book-marker");
            marker.setMinWidth(Label.USE_PREF_SIZE);
            VBox words = new VBox();
            words.getStyleClass().add("book-item-words");
            words.getChildren().setAll(blocks(item));
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = new HBox(marker, words);
            row.getStyleClass().add("book-item");
            items.add(row);
        }
        return items;
    }

    private static Node code(String literal) {
        Label code = new Label(literal.stripTrailing());
        code.getStyleClass().addAll("book-code-block", "tc-mono");
        code.setMaxWidth(Double.MAX_VALUE);
        code.setWrapText(true);
        return code;
    }

    private static TextFlow paragraph(org.commonmark.node.Node block) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("book-paragraph");
        inlines(block, "book-text", flow.getChildren());
        StringBuilder spoken = new StringBuilder();
        flow.getChildren().stream().filter(Text.class::isInstance).map(Text.class::cast)
                .forEach(text -> spoken.append(text.getText()));
        flow.setAccessibleText(spoken.toString());
        return flow;
    }

    private static void inlines(org.commonmark.node.Node parent, String style, List<Node> into) {
        for (org.commonmark.node.Node inline : children(parent).toList()) {
            switch (inline) {
                case org.commonmark.node.Text text -> into.add(text(text.getLiteral(), style));
                case Code code -> into.add(text(code.getLiteral(), "book-code"));
                case SoftLineBreak _ -> into.add(text(" ", style));
                case StrongEmphasis strong -> inlines(strong, "book-strong", into);
                default -> inlines(inline, style, into);
            }
        }
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }
}
