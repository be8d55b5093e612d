package tincan.ui.settings;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import tincan.home.Language;
import tincan.home.Settings;
import tincan.home.TextScale;
import tincan.home.Theme;
import tincan.home.UserName;
import tincan.text.Text;
import tincan.ui.Navigator;
import tincan.ui.Shortcut;
import tincan.ui.UserSettings;
import tincan.ui.control.SegmentedChoice;

/// Binds the settings' screen to the settings that hold, which are its view model.
public final class SettingsController {
    private final UserSettings settings;
    private final Navigator navigator;
    private final Text text;
    private Subscription subscription = Subscription.EMPTY;

    @FXML
    private VBox settingsColumn;
    @FXML
    private TextField settingsName;
    @FXML
    private SegmentedChoice<Theme> themeChoice;
    @FXML
    private SegmentedChoice<TextScale> scaleChoice;
    @FXML
    private SegmentedChoice<Projector> projectorChoice;
    @FXML
    private SegmentedChoice<Language> languageChoice;
    @FXML
    private SegmentedChoice<SendKey> sendChoice;

    public SettingsController(UserSettings settings, Navigator navigator, Text text) {
        this.settings = settings;
        this.navigator = navigator;
        this.text = text;
    }

    @FXML
    private void initialize() {
        Settings now = settings.get();
        themeChoice.offer(List.of(Theme.values()), now.theme(), each -> text.of("settings.theme", each),
                chosen -> settings.change(all -> all.withTheme(chosen)));
        scaleChoice.offer(List.of(TextScale.values()), now.textScale(),
                each -> text.of("settings.scale.percent", each.percent()),
                chosen -> settings.change(all -> all.withTextScale(chosen)));
        projectorChoice.offer(List.of(Projector.values()), Projector.of(now),
                each -> text.of("settings.projector", each),
                chosen -> settings.change(all -> all.withProjector(chosen == Projector.ON)));
        languageChoice.offer(List.of(Language.values()), now.language(), each -> text.of("settings.language", each),
                chosen -> settings.change(all -> all.withLanguage(chosen)));
        sendChoice.offer(List.of(SendKey.values()), SendKey.of(now),
                each -> text.of("settings.send", each, Shortcut.sendKeys()),
                chosen -> settings.change(all -> all.withEnterSends(chosen == SendKey.ENTER)));
        subscription = settings.property().subscribe(this::show);
        settingsName.focusedProperty().subscribe((_, focused) -> takeNameUnless(focused));
        settingsName.addEventHandler(KeyEvent.KEY_PRESSED, this::nameKey);
    }

    /// Puts a card at the end.
    void add(Node card) {
        settingsColumn.getChildren().add(card);
    }

    /// Puts the focus on the first setting.
    void focusFirst() {
        settingsName.requestFocus();
        settingsName.end();
    }

    void close() {
        takeName();
        subscription.unsubscribe();
    }

    private void show(Settings now) {
        settingsName.setText(now.name());
        themeChoice.choose(now.theme());
        projectorChoice.choose(Projector.of(now));
    }

    private void takeNameUnless(boolean focused) {
        if (!focused) {
            takeName();
        }
    }

    private void nameKey(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && !settingsName.getText().equals(settings.get().name())) {
            settingsName.setText(settings.get().name());
            key.consume();
        }
    }

    @FXML
    private void takeName() {
        String clean = UserName.clean(settingsName.getText());
        if (!clean.isEmpty()) {
            settings.change(all -> all.withName(clean));
        }
        settingsName.setText(settings.get().name());
    }

    @FXML
    private void back() {
        navigator.back();
    }

    /// Whether many people look on from afar.
    enum Projector {
        OFF, ON;

        static Projector of(Settings settings) {
            return settings.projector() ? ON : OFF;
        }
    }

    /// The key that sends what was written.
    enum SendKey {
        ENTER, SHORTCUT_ENTER;

        static SendKey of(Settings settings) {
            return settings.enterSends() ? ENTER : SHORTCUT_ENTER;
        }
    }
}
