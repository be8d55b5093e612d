package tincan.ui.lab.book;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.text.Booklet;
import tincan.text.Booklet.Page;
import tincan.text.Booklet.Part;
import tincan.text.Text;

/// The booklet's page of a lesson. Its answer is shown when one asks for it.
///
/// Owner: the JavaFX thread.
public final class PagePane extends ScrollPane {

    /// @param lesson its name
    public PagePane(String lesson, Text text) {
        VBox body = new VBox();
        body.getStyleClass().add("book-page");
        getStyleClass().addAll("tc-page", "book");
        setId("lessonPage");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText(text.of("lab.tab.lesson"));
        setContent(body);
        Optional<Page> page = Booklet.in(text.locale()).page(lesson);
        page.ifPresentOrElse(found -> fill(body, found, text), () -> body.getChildren().add(nothing(text)));
    }

    /// Where there is no lesson.
    private static Label nothing(Text text) {
        Label words = new Label(text.of("lab.raw.summary"));
        words.setWrapText(true);
        return words;
    }

    private static void fill(VBox body, Page page, Text text) {
        Label summary = new Label(page.summary());
        summary.getStyleClass().add("book-summary");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        body.getChildren().add(summary);
        for (Part part : Part.values()) {
            VBox words = part(page, part, text);
            if (part == Part.ANSWER) {
                body.getChildren().add(behindAButton(words, text));
            } else {
                body.getChildren().add(words);
            }
        }
    }

    private static VBox part(Page page, Part part, Text text) {
        Label heading = new Label(text.of("lab.book", part));
        heading.getStyleClass().add("book-heading");
        VBox words = new VBox(heading);
        words.getStyleClass().add("book-part");
        words.getChildren().addAll(MarkdownNodes.of(page.part(part)));
        return words;
    }

    private static Node behindAButton(VBox answer, Text text) {
        VBox place = new VBox();
        Button show = new Button(text.of("lab.answer.button"), new FontIcon("fth-eye"));
        show.setId("showAnswer");
        show.setOnAction(_ -> {
            place.getChildren().setAll(answer);
            place.requestFocus();
        });
        answer.setId("lessonAnswer");
        place.getChildren().setAll(show);
        return place;
    }
}
