package tincan.ui.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import tincan.text.Text;
import tincan.voice.audio.DeviceCheck;
import tincan.voice.audio.DeviceLost;
import tincan.voice.audio.Microphone;
import tincan.voice.audio.MouthToEar;
import tincan.voice.audio.Sound;
import tincan.voice.audio.Trouble;

/// Tries the devices that are chosen: records five seconds and plays them, shows how loud the microphone is, or
/// measures how long sound takes from the loudspeaker to it. One at a time.
///
/// Owner: the JavaFX thread; what it asks of the devices runs elsewhere.
final class SoundCheckViewModel {
    private static final double TENFOLD = 20;

    private final Supplier<Sound> sound;
    private final Text text;
    private final Executor fx;
    private final Executor background;
    private final ReadOnlyObjectWrapper<Doing> doing = new ReadOnlyObjectWrapper<>(Doing.NOTHING);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private @Nullable DeviceCheck check;
    private @Nullable MouthToEar measuring;
    private @Nullable Microphone listening;
    private boolean closed;

    /// What is being tried.
    enum Doing {
        NOTHING, RECORDING, PLAYING, MEASURING, LISTENING
    }

    /// @param sound the devices that are chosen at the time
    /// @param fx runs work on the JavaFX thread
    /// @param background runs work that may block
    SoundCheckViewModel(Supplier<Sound> sound, Text text, Executor fx, Executor background) {
        this.sound = sound;
        this.text = text;
        this.fx = fx;
        this.background = background;
    }

    ReadOnlyObjectProperty<Doing> doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /// What happens, what came of it, or what does not work.
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// How loud it is now, as an amplitude from 0 to 1.
    double level() {
        Microphone open = listening;
        if (open != null) {
            return Math.pow(10, open.level() / TENFOLD);
        }
        DeviceCheck now = check;
        return now == null ? 0 : Math.pow(10, now.level() / TENFOLD);
    }

    /// Records five seconds and plays them, or stops.
    void record() {
        if (doing.get() == Doing.NOTHING) {
            DeviceCheck begun = new DeviceCheck(sound.get(), () -> fx.execute(this::show));
            check = begun;
            show();
            background.execute(begun::start);
        } else if (doing.get() == Doing.RECORDING || doing.get() == Doing.PLAYING) {
            stop();
            words.set("");
        }
    }

    private void show() {
        DeviceCheck now = check;
        if (now == null) {
            return;
        }
        Optional<String> trouble = now.microphoneTrouble().map(what -> text.of("voice.microphone", what))
                .or(() -> now.loudspeakerTrouble().map(what -> text.of("voice.loudspeaker", what)));
        doing.set(now.stage() == DeviceCheck.Stage.PLAYING ? Doing.PLAYING : Doing.RECORDING);
        words.set(trouble.orElseGet(() -> text.of("settings.check.stage", now.stage())));
        if (now.stage() == DeviceCheck.Stage.OVER) {
            stop();
        }
    }

    /// Opens the microphone to show how loud it is, or closes it again.
    void listen() {
        if (doing.get() == Doing.NOTHING) {
            Microphone opened = new Microphone(sound.get(), (_, _, _) -> {
            }, trouble -> fx.execute(() -> showListening(trouble)));
            listening = opened;
            doing.set(Doing.LISTENING);
            showListening(Optional.empty());
            background.execute(opened::start);
        } else if (doing.get() == Doing.LISTENING) {
            stop();
            words.set("");
        }
    }

    private void showListening(Optional<Trouble> trouble) {
        if (doing.get() == Doing.LISTENING) {
            words.set(trouble.map(what -> text.of("voice.microphone", what))
                    .orElseGet(() -> text.of("settings.level.words")));
        }
    }

    private void stop() {
        Microphone open = listening;
        listening = null;
        if (open != null) {
            background.execute(open::close);
        }
        DeviceCheck over = check;
        check = null;
        doing.set(Doing.NOTHING);
        if (over != null) {
            background.execute(over::close);
        }
    }

    /// Measures how long sound takes.
    void measure() {
        if (doing.get() == Doing.NOTHING) {
            doing.set(Doing.MEASURING);
            words.set(text.of("settings.delay.progress"));
            MouthToEar begun = new MouthToEar(sound.get());
            measuring = begun;
            background.execute(() -> measure(begun));
        }
    }

    private void measure(MouthToEar begun) {
        try {
            Optional<Duration> delay = begun.measure();
            fx.execute(() -> measured(delay.map(found -> text.of("settings.delay.found", found.toMillis()))
                    .orElseGet(() -> text.of("settings.delay.deaf"))));
        } catch (DeviceLost e) {
            Trouble trouble = e.trouble();
            fx.execute(() -> measured(text.of("settings.delay.trouble", trouble)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void measured(String result) {
        measuring = null;
        doing.set(Doing.NOTHING);
        words.set(closed ? "" : result);
    }

    /// Whatever is tried ends: the devices are let go.
    void close() {
        closed = true;
        stop();
        if (measuring != null) {
            measuring.close();
        }
    }
}
