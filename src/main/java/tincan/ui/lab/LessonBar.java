package tincan.ui.lab;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.lab.raw.RawOptions;
import tincan.lab.socket.Pace;
import tincan.lab.socket.Pace.Held;
import tincan.text.Text;
import tincan.ui.Shortcut;
import tincan.ui.control.SegmentedChoice;
import tincan.ui.control.Visibility;

/// The bar over a lesson: how quickly its calls are made, what goes wrong on purpose, and whether the exercise is done.
///
/// Owner: the JavaFX thread.
final class LessonBar {
    private final LessonViewModel model;
    private final Text text;
    private final SegmentedChoice<Pace.Mode> mode = new SegmentedChoice<>();
    private final Slider slider = new Slider(PaceViewModel.QUICKEST, PaceViewModel.SLOWEST, 1);
    private final Label seconds = new Label();
    private final Button step = new Button();
    private final Label held = new Label();
    private final Button faults = new Button();
    private final Button check = new Button();
    private final FaultsPopOver faultsPopOver;
    private final CheckPopOver checkPopOver;

    LessonBar(LessonViewModel model, Text text) {
        this.model = model;
        this.text = text;
        this.faultsPopOver = new FaultsPopOver(model.faults(), model.lesson(), text);
        this.checkPopOver = new CheckPopOver(model.check(), text);
        showPace();
        showFaults();
        check.setId("check");
        check.setText(text.of("lab.check.button"));
        check.setGraphic(new FontIcon("fth-check-circle"));
        check.getStyleClass().add("accent");
        check.setMinWidth(Button.USE_PREF_SIZE);
        check.setOnAction(_ -> checkPopOver.show(check));
    }

    List<Node> nodes() {
        HBox slow = group(slider, seconds);
        HBox stepping = group(step, held);
        model.pace().modeProperty().subscribe(now -> {
            mode.choose(now);
            Visibility.set(slow, now == Pace.Mode.SLOW);
            Visibility.set(stepping, now == Pace.Mode.STEP);
        });
        boolean lesson = !model.lesson().goals().isEmpty();
        Visibility.set(check, lesson);
        return List.of(lesson ? group() : raw(), mode, slow, stepping, group(faults), group(check));
    }

    /// What is typed, and what ends a line.
    private HBox raw() {
        ChoiceBox<RawOptions.Input> input = new ChoiceBox<>();
        input.setId("rawInput");
        input.getItems().setAll(RawOptions.Input.values());
        input.setConverter(new ChoiceWords<>(now -> text.of("lab.raw-input", now)));
        input.setValue(model.raw().now().input());
        input.valueProperty().subscribe((_, now) -> model.raw().input(now));
        input.setAccessibleText(text.of("lab.raw.input"));
        ChoiceBox<RawOptions.LineEnd> end = new ChoiceBox<>();
        end.setId("rawLineEnd");
        end.getItems().setAll(RawOptions.LineEnd.values());
        end.setConverter(new ChoiceWords<>(now -> text.of("lab.raw-line-end", now)));
        end.setValue(model.raw().now().lineEnd());
        end.valueProperty().subscribe((_, now) -> model.raw().lineEnd(now));
        end.setAccessibleText(text.of("lab.raw.line-end"));
        return group(input, end);
    }

    private static HBox group(Node... nodes) {
        HBox group = new HBox(nodes);
        group.getStyleClass().add("lesson-group");
        group.setAlignment(Pos.CENTER_LEFT);
        return group;
    }

    private void showPace() {
        mode.setId("pace");
        mode.setAccessibleText(text.of("lab.pace.accessible"));
        mode.offer(List.of(Pace.Mode.values()), Pace.Mode.RUN, now -> text.of("lab.pace", now), model.pace()::choose);
        slider.setId("paceSlider");
        slider.setAccessibleText(text.of("lab.pace.slider"));
        slider.valueProperty().bindBidirectional(model.pace().secondsProperty());
        slider.valueProperty().subscribe(now -> seconds.setText(text.of("lab.pace.seconds", now)));
        seconds.getStyleClass().add("tc-muted");
        step.setId("step");
        step.setText(text.of("lab.step.button"));
        step.setGraphic(new FontIcon("fth-skip-forward"));
        step.setTooltip(new Tooltip(text.of("lab.step.tooltip", Shortcut.STEP.shown())));
        step.setMinWidth(Button.USE_PREF_SIZE);
        step.setOnAction(_ -> model.pace().step());
        held.setId("held");
        held.getStyleClass().add("tc-badge");
        model.pace().heldProperty().subscribe(this::show);
    }

    private void show(List<Held> waiting) {
        step.setDisable(waiting.isEmpty());
        held.getStyleClass().remove("warning");
        if (waiting.isEmpty()) {
            held.setText(text.of("lab.held.nothing"));
            held.setGraphic(null);
            return;
        }
        Held first = waiting.getFirst();
        held.setText(text.of("lab.held.words", first.connection(), first.call().posix(), waiting.size() - 1));
        held.setGraphic(new FontIcon("fth-pause"));
        held.getStyleClass().add("warning");
    }

    private void showFaults() {
        faults.setId("faults");
        faults.setMinWidth(Button.USE_PREF_SIZE);
        faults.setOnAction(_ -> faultsPopOver.toggle(faults));
        model.faults().anyBinding().subscribe(on -> {
            faults.setText(text.of(on ? "lab.faults.on" : "lab.faults.button"));
            faults.setGraphic(new FontIcon(on ? "fth-alert-triangle" : "fth-zap"));
            faults.getStyleClass().remove("faults-on");
            if (on) {
                faults.getStyleClass().add("faults-on");
            }
        });
    }

    void close() {
        faultsPopOver.hide();
        checkPopOver.hide();
    }
}
