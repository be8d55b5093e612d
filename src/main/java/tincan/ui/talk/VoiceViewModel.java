package tincan.ui.talk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tincan.session.Person;
import tincan.session.Session;
import tincan.session.Voice;
import tincan.session.VoicePath;
import tincan.text.Text;
import tincan.ui.Countdown;
import tincan.ui.ShownText;
import tincan.voice.Transmission;
import tincan.voice.audio.Sound;
import tincan.voice.audio.Tone;

/// This side's part in the voice: joining and leaving it, the microphone, who is heard, and what does not work.
///
/// Owner: the thread of the window.
public final class VoiceViewModel {
    /// A way is found sooner than this where there is one.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Session session;
    private final Text text;
    private final Supplier<Sound> sound;
    private final ReadOnlyBooleanWrapper joined = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<VoicePath> path = new ReadOnlyObjectWrapper<>(VoicePath.NONE);
    private final ReadOnlyObjectWrapper<Set<Integer>> talkers = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyStringWrapper heard = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper unheard = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper lost = new ReadOnlyBooleanWrapper();
    private final Countdown patience;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private Set<Tone> tones = Set.of(Tone.values());
    private boolean closed;
    private boolean looking;

    /// @param sound the devices that are chosen at the time
    /// @param aSecondLater runs work on the thread of the window when a second has gone by
    public VoiceViewModel(Session session, Text text, Supplier<Sound> sound, Executor aSecondLater) {
        this.session = session;
        this.text = text;
        this.sound = sound;
        this.patience = new Countdown(aSecondLater);
        patience.leftProperty().subscribe((_, left) -> lost.set(looking && left.longValue() == 0));
        changed();
    }

    /// Whether this side takes part.
    public ReadOnlyBooleanProperty joinedProperty() {
        return joined.getReadOnlyProperty();
    }

    /// Whether the microphone is off in a chat.
    public ReadOnlyBooleanProperty mutedProperty() {
        return muted.getReadOnlyProperty();
    }

    /// By which way the voice goes.
    public ReadOnlyObjectProperty<VoicePath> pathProperty() {
        return path.getReadOnlyProperty();
    }

    /// The members that are heard now.
    public ReadOnlyObjectProperty<Set<Integer>> talkersProperty() {
        return talkers.getReadOnlyProperty();
    }

    /// Who of the others is heard, in words, and why oneself is not if that was nobody's wish.
    public ReadOnlyStringProperty heardProperty() {
        return heard.getReadOnlyProperty();
    }

    /// What does not work of the devices, and what to try; empty if all does.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Why nobody hears this side, whatever it says; empty if it can be heard, or takes no part.
    public ReadOnlyStringProperty unheardProperty() {
        return unheard.getReadOnlyProperty();
    }

    /// Whether voice was joined and has been without a way for so long that it has to be said.
    public ReadOnlyBooleanProperty lostProperty() {
        return lost.getReadOnlyProperty();
    }

    /// Changes with anything that the voice tells.
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// Takes part in the voice, or no longer.
    public void toggle() {
        if (joined.get()) {
            session.leaveVoice();
        } else if (!closed) {
            session.joinVoice(sound.get());
            setTones(tones);
        }
        changed();
    }

    /// The tones that are played for the turns.
    public void setTones(Set<Tone> now) {
        tones = Set.copyOf(now);
        voice().ifPresent(voice -> voice.tones(now));
    }

    public void mute(boolean now) {
        voice().ifPresent(voice -> voice.mute(now));
        changed();
    }

    /// Passes on that one wants to talk, or no longer.
    public void talk(boolean pressed) {
        voice().ifPresent(voice -> voice.talk(pressed));
    }

    /// How loud the microphone is, 0 to 1.
    public double level() {
        return voice().map(Voice::level).orElse(0.0);
    }

    /// What was said in this turn, if it can be heard again.
    public Optional<Transmission> transmission(long epoch) {
        return voice().flatMap(voice -> voice.transmission(epoch));
    }

    public boolean plays(long epoch) {
        return voice().map(voice -> voice.playing() == epoch).orElse(false);
    }

    /// Plays what was said in this turn, or stops.
    public void togglePlay(long epoch) {
        voice().ifPresent(voice -> {
            if (voice.playing() == epoch) {
                voice.stopPlaying();
            } else if (voice.transmission(epoch).isPresent()) {
                voice.play(epoch);
            }
        });
        changed();
    }

    /// The session says that something changed.
    public void changed() {
        Optional<Voice> voice = voice();
        joined.set(voice.isPresent());
        muted.set(voice.map(Voice::muted).orElse(false));
        path.set(voice.map(Voice::path).orElse(VoicePath.NONE));
        talkers.set(voice.map(Voice::talkers).map(Set::copyOf).orElse(Set.of()));
        String names = heard(talkers.get());
        heard.set(voice.filter(Voice::quieted).isPresent() ? text.of("voice.heard.quieted", names) : names);
        trouble.set(voice.map(this::trouble).orElse(""));
        unheard.set(voice.map(this::unheard).orElse(""));
        look(voice.isPresent() && !hasWay(path.get()));
        changes.set(changes.get() + 1);
    }

    /// The session is over.
    public void closed() {
        closed = true;
        changed();
    }

    private static boolean hasWay(VoicePath now) {
        return now == VoicePath.DATAGRAMS || now == VoicePath.CONNECTION;
    }

    private String unheard(Voice voice) {
        if (voice.microphoneTrouble().isPresent()) {
            return text.of("voice.unheard.microphone");
        }
        return hasWay(voice.path()) ? "" : text.of("voice.unheard.path");
    }

    private void look(boolean now) {
        boolean news = now != looking;
        looking = now;
        if (news && now) {
            patience.begin(PATIENCE);
        } else if (news) {
            lost.set(false);
            patience.stop();
        }
    }

    private Optional<Voice> voice() {
        return closed ? Optional.empty() : session.voice();
    }

    private String heard(Set<Integer> members) {
        List<String> names = session.members().stream().map(Person::member)
                .filter(member -> members.contains(member) && member != session.self().member()).map(this::name)
                .toList();
        return switch (names.size()) {
            case 0 -> text.of("voice.heard.nobody");
            case 1 -> text.of("voice.heard.one", names.getFirst());
            case 2 -> text.of("voice.heard.two", names.getFirst(), names.getLast());
            default -> text.of("voice.heard.many", names.size());
        };
    }

    private String name(int member) {
        return session.members().stream().filter(person -> person.member() == member).map(Person::name)
                .map(ShownText::of).findFirst().orElse("");
    }

    private String trouble(Voice voice) {
        return voice.microphoneTrouble().map(what -> text.of("voice.microphone", what))
                .or(() -> voice.loudspeakerTrouble().map(what -> text.of("voice.loudspeaker", what))).orElse("");
    }
}
