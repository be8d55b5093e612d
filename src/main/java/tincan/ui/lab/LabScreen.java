package tincan.ui.lab;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import tincan.lab.lesson.Lessons;
import tincan.text.Text;
import tincan.ui.FxmlFile;
import tincan.ui.Navigator;
import tincan.ui.Screen;
import tincan.ui.ScreenAction;

/// All lessons, a card each.
public final class LabScreen implements Screen {
    private final LabController controller;
    private final Navigator navigator;
    private final Text text;
    private final Parent root;

    public LabScreen(Lessons lessons, Navigator navigator, Text text) {
        this.navigator = navigator;
        this.text = text;
        this.controller = new LabController(lessons, navigator, text);
        this.root = FxmlFile.LAB.load(text.bundle(), controller);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> titleProperty() {
        return new SimpleStringProperty(text.of("lab.heading"));
    }

    @Override
    public void shown() {
        controller.focusFirst();
    }

    @Override
    public void perform(ScreenAction action) {
        switch (action) {
            case LEAVE -> navigator.showStart();
            case COMPOSER, LOG -> {
                // nothing to write and no log here
            }
        }
    }
}
