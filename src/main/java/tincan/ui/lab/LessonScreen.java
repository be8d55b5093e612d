package tincan.ui.lab;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import tincan.home.Settings;
import tincan.lab.Lesson;
import tincan.text.Booklet;
import tincan.text.Text;
import tincan.ui.FxmlFile;
import tincan.ui.Navigator;
import tincan.ui.Screen;
import tincan.ui.ScreenAction;
import tincan.ui.Services;
import tincan.ui.log.LogTools;

/// A lesson in the whole window. Closing it closes all its sockets.
public final class LessonScreen implements Screen {
    private final LessonViewModel model;
    private final LessonController controller;
    private final Navigator navigator;
    private final String title;
    private final Parent root;

    public LessonScreen(Lesson lesson, Services services, LogTools tools, Navigator navigator, Text text) {
        this.navigator = navigator;
        this.title = Booklet.in(text.locale()).page(lesson.name()).map(Booklet.Page::title)
                .orElseGet(() -> text.of("lab.raw.title"));
        this.model = new LessonViewModel(lesson, services.fx(), services.background(), text);
        this.controller = new LessonController(model, title, tools, navigator, text);
        this.root = FxmlFile.LESSON.load(text.bundle(), controller);
        controller.setProjector(services.settings().get().projector());
        model.start();
    }

    /// Which lesson it shows.
    public Lesson lesson() {
        return model.lesson();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> titleProperty() {
        return new SimpleStringProperty(title);
    }

    /// From the first call on: what it showed would be gone, too.
    @Override
    public boolean running() {
        return model.begun();
    }

    @Override
    public void shown() {
        controller.focusFirst();
    }

    @Override
    public void perform(ScreenAction action) {
        switch (action) {
            case LEAVE -> navigator.showLab();
            case COMPOSER, LOG -> {
                // there is nobody to write to, and the log is always there
            }
        }
    }

    @Override
    public void settingsChanged(Settings now) {
        controller.setProjector(now.projector());
    }

    @Override
    public void close() {
        controller.close();
        model.close();
    }
}
