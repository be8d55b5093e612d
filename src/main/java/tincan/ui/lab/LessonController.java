package tincan.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import tincan.text.Booklet.Programming;
import tincan.text.Text;
import tincan.trace.export.Recording;
import tincan.ui.FxmlFile;
import tincan.ui.Navigator;
import tincan.ui.Shortcut;
import tincan.ui.control.Visibility;
import tincan.ui.ladder.Side;
import tincan.ui.lab.book.PagePane;
import tincan.ui.lab.book.ProgramsPane;
import tincan.ui.lab.diagram.DiagramControl;
import tincan.ui.log.FileName;
import tincan.ui.log.LogPane;
import tincan.ui.log.LogPart;
import tincan.ui.log.LogSource;
import tincan.ui.log.LogTools;

/// Puts the parts of a lesson's screen at their places.
public final class LessonController {
    /// The lessons that lead into the program itself.
    private static final Set<String> SPEAKING = Set.of("turns", "free");
    private static final double LOG_PART = 0.4;
    /// The calls and the lines above it are looked at, too.
    private static final double LOG_PART_PROJECTED = 0.5;
    /// A client with all its buttons,
    private static final double ENDS_EMS = 21.5;
    /// unless that is more than the server and the clients have without a projector.
    private static final double ENDS_MOST = 1 - LOG_PART;

    private final LessonViewModel model;
    private final String title;
    private final Navigator navigator;
    private final Text text;
    private final ServerController server;
    private final LessonBar bar;
    private final LogPane log;
    private final LogPart logPart = new LogPart(LOG_PART, LOG_PART_PROJECTED);

    @FXML
    private Parent lessonScreen;
    @FXML
    private Button lessonBack;
    @FXML
    private Label lessonTitle;
    @FXML
    private Button lessonReal;
    @FXML
    private FlowPane lessonTools;
    @FXML
    private SplitPane lessonSplit;
    @FXML
    private SplitPane lessonEnds;
    @FXML
    private StackPane serverPlace;
    @FXML
    private StackPane modelPlace;
    @FXML
    private TabPane clientTabs;
    @FXML
    private Button addClient;
    @FXML
    private StackPane logPlace;
    @FXML
    private TabPane bookTabs;

    LessonController(LessonViewModel model, String title, LogTools tools, Navigator navigator, Text text) {
        this.model = model;
        this.title = title;
        this.navigator = navigator;
        this.text = text;
        this.server = new ServerController(model.server(), model.lesson(), text);
        this.bar = new LessonBar(model, text);
        Side side = new Side(model.log(), "");
        this.log = new LogPane(side, Optional.empty(), false, new LogSource(() -> FileName.clean(title),
                () -> Recording.of(model.lesson().name(), model.log()), () -> false), tools, text, model.turns());
        log.seeFar(side);
    }

    @FXML
    private void initialize() {
        lessonTitle.setText(title);
        Visibility.set(lessonReal, SPEAKING.contains(model.lesson().name()));
        lessonTools.getChildren().setAll(bar.nodes());
        serverPlace.getChildren().setAll(FxmlFile.LAB_SERVER.load(text.bundle(), server));
        modelPlace.getChildren().setAll(new DiagramControl(model.diagram(), text));
        model.clients().addListener((ListChangeListener<ClientViewModel>) _ -> showClients());
        showClients();
        logPlace.getChildren().setAll(log.root());
        LogPart.keepHeight(lessonSplit, lessonEnds, ENDS_EMS, ENDS_MOST, lessonBack.fontProperty());
        log.open();
        fillBook();
        lessonScreen.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void fillBook() {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab(text.of("lab.tab.lesson"), new PagePane(model.lesson().name(), text)));
        for (Programming language : Programming.values()) {
            if (model.marks().has(language)) {
                tabs.add(tab(text.of("lab.tab", language), new ProgramsPane(model.marks(), language, text)));
            }
        }
        bookTabs.getTabs().setAll(tabs);
    }

    private static Tab tab(String words, Node content) {
        Tab tab = new Tab(words, content);
        tab.setClosable(false);
        return tab;
    }

    private void showClients() {
        List<Tab> tabs = model.clients().stream().map(this::tabOf).toList();
        boolean added = tabs.size() > clientTabs.getTabs().size();
        clientTabs.getTabs().setAll(tabs);
        if (added) {
            clientTabs.getSelectionModel().selectLast();
        }
        addClient.setDisable(model.clients().size() == LessonViewModel.MOST_CLIENTS);
        tabs.forEach(tab -> tab.setClosable(tabs.size() > 1));
    }

    private Tab tabOf(ClientViewModel client) {
        return clientTabs.getTabs().stream().filter(tab -> client.equals(tab.getUserData())).findFirst()
                .orElseGet(() -> newTab(client));
    }

    private Tab newTab(ClientViewModel client) {
        Tab tab = new Tab();
        tab.textProperty().bind(client.nameProperty());
        tab.setUserData(client);
        tab.setContent(FxmlFile.LAB_CLIENT.load(text.bundle(), new ClientController(client, model.lesson(), text)));
        tab.setOnCloseRequest(request -> {
            request.consume();
            model.removeClient(client);
        });
        return tab;
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            leave();
            key.consume();
        } else if (Shortcut.STEP.keys().match(key)) {
            model.pace().step();
            key.consume();
        }
    }

    /// Gives the log the room it has on a projector, or elsewhere.
    void setProjector(boolean now) {
        logPart.setProjector(lessonSplit, now);
    }

    void focusFirst() {
        server.focusFirst();
    }

    void close() {
        server.close();
        bar.close();
        log.close();
    }

    @FXML
    private void addClient() {
        model.addClient();
    }

    @FXML
    private void leave() {
        navigator.showLab();
    }

    @FXML
    private void openReal() {
        navigator.showHost();
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
