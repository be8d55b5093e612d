package tincan.ui.lab;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.lab.Lesson;
import tincan.lab.lesson.Lessons;
import tincan.text.Booklet;
import tincan.text.Booklet.Page;
import tincan.text.Text;
import tincan.ui.Navigator;

/// The cards of the lessons, a heading a chapter.
public final class LabController {
    /// Lessons without a page: both ends are whatever one likes.
    private static final List<String> RAW = List.of("raw", "raw-udp");

    private final Lessons lessons;
    private final Navigator navigator;
    private final Text text;
    private final Booklet booklet;

    @FXML
    private Parent labScreen;
    @FXML
    private Pane labChapters;

    LabController(Lessons lessons, Navigator navigator, Text text) {
        this.lessons = lessons;
        this.navigator = navigator;
        this.text = text;
        this.booklet = Booklet.in(text.locale());
    }

    @FXML
    private void initialize() {
        for (Chapter chapter : Chapter.values()) {
            addChapter(text.of("lab.chapter", chapter), named(chapter.lessons()));
        }
        addChapter(text.of("lab.chapter.raw"), named(RAW));
        labScreen.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                leave();
                key.consume();
            }
        });
    }

    private List<Lesson> named(List<String> names) {
        return names.stream().map(lessons::named).flatMap(Optional::stream).toList();
    }

    private void addChapter(String heading, List<Lesson> of) {
        if (of.isEmpty()) {
            return;
        }
        Label head = new Label(heading);
        head.getStyleClass().add("chapter-heading");
        FlowPane cards = new FlowPane();
        cards.getStyleClass().add("lesson-cards");
        cards.getChildren().setAll(of.stream().map(this::card).toList());
        labChapters.getChildren().addAll(head, cards);
    }

    private Button card(Lesson lesson) {
        Optional<Page> page = booklet.page(lesson.name());
        String title = page.map(Page::title).orElseGet(() -> text.of("lab.raw.title"));
        String summary = page.map(Page::summary).orElseGet(() -> text.of("lab.raw.summary"));
        boolean datagrams = lesson instanceof Lesson.Datagram;
        String port = text.of(datagrams ? "lab.card.datagrams" : "lab.card.stream", Integer.toString(lesson.port()));
        Button card = new Button(title);
        card.setId("lesson-" + lesson.name());
        card.getStyleClass().add("lesson-card");
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setGraphic(face(lesson, List.of(title, summary, port)));
        card.setAccessibleText(String.join(". ", title, summary, port));
        card.setOnAction(_ -> navigator.showLesson(lesson));
        return card;
    }

    private static Node face(Lesson lesson, List<String> words) {
        Label heading = new Label(words.get(0));
        heading.setGraphic(new FontIcon(lesson instanceof Lesson.Datagram ? "fth-mail" : "fth-repeat"));
        heading.getStyleClass().add("lesson-card-title");
        Label summary = new Label(words.get(1));
        summary.getStyleClass().add("lesson-card-summary");
        Region air = new Region();
        VBox.setVgrow(air, Priority.ALWAYS);
        Label port = new Label(lesson.name() + " · " + words.get(2));
        port.getStyleClass().addAll("lesson-card-port");
        Stream.of(heading, summary, port).forEach(label -> {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        });
        VBox face = new VBox(heading, summary, air, port);
        face.getStyleClass().add("lesson-card-face");
        return face;
    }

    void focusFirst() {
        Node first = labChapters.lookup(".lesson-card");
        if (first != null) {
            first.requestFocus();
        }
    }

    @FXML
    private void leave() {
        navigator.showStart();
    }

    @FXML
    private void toggleTheme() {
        navigator.toggleTheme();
    }

    @FXML
    private void openHelp() {
        navigator.showHelp();
    }

    @FXML
    private void openSettings() {
        navigator.showSettings();
    }
}
