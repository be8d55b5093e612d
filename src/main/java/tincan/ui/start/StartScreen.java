package tincan.ui.start;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import tincan.text.Text;
import tincan.ui.FxmlFile;
import tincan.ui.Navigator;
import tincan.ui.Screen;
import tincan.ui.Services;

/// The first screen.
public final class StartScreen implements Screen {
    private final StartViewModel model;
    private final JoinCardController join;
    private final Parent root;

    public StartScreen(Services services, Navigator navigator, Text text) {
        this.model = new StartViewModel(services, navigator, text);
        this.join = new JoinCardController(model.join(), model.recentProperty(), text);
        List<Node> cards = List.of(
                FxmlFile.HOST_CARD.load(text.bundle(), new HostCardController(model.host(), text)),
                FxmlFile.JOIN_CARD.load(text.bundle(), join));
        Node places = FxmlFile.PLACES.load(text.bundle(),
                new PlacesController(model.nearby(), model.resume(), model.join(), text));
        this.root = FxmlFile.START.load(text.bundle(),
                new StartController(model, navigator, cards, places, join::focusAddress));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> titleProperty() {
        return new SimpleStringProperty("");
    }

    @Override
    public void shown() {
        join.focusAddress();
    }

    /// Puts the focus where one hosts.
    public void focusHost() {
        Node host = root.lookup("#hostButton");
        if (host != null) {
            host.requestFocus();
        }
    }

    /// Fills in what a link from outside says.
    public void openLink(String link) {
        model.join().openLink(link);
    }

    @Override
    public void close() {
        model.close();
    }
}
