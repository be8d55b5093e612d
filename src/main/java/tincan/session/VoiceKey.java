package tincan.session;

import java.time.Duration;
import tincan.voice.Sender;
import tincan.voice.Talk;
import tincan.voice.audio.Microphone;
import tincan.voice.audio.Tone;

/// Joins a member's key, its microphone and the floor. A press asks for the floor; the microphone is sent once it is
/// granted, and a little longer than the key is held; then the floor is given away. A press counts for one turn: what
/// ends that, or the wish for it, ends the press, and the key must be pressed anew, so that no microphone is sent in a
/// turn that was asked for otherwise. Where everybody may talk the microphone is sent unless it is muted; when turns
/// end, only that of somebody who had it open before or talks at that moment. Any thread may tell it something; it is
/// dealt with in order.
final class VoiceKey {
    /// How much before the press goes along: one presses a little late.
    private static final Duration BREATH = Duration.ofMillis(50);

    private final Talk talk;
    private final FloorControl control;
    private final Sender sender;
    private final Runnable onChange;
    private final Serially serially = new Serially();

    /// Owner: whoever is at it in [#serially], as all that follow.
    private FloorView floor = FloorView.OFF;
    private boolean begun;
    private boolean pressed;
    /// Whether the key asked for the floor; a text may have.
    private boolean asked;
    private long pressedAt;
    /// Whether it waits, or waited, in line for the turn that the key is pressed for.
    private boolean queued;
    /// The turn that this side speaks in; 0 if it does not.
    private long spoken;
    private boolean closed;
    /// Whether its person has the microphone open where everybody may talk, or had when turns began.
    private boolean open;
    /// Changed in the same way, and when it is muted or not.
    private volatile boolean quieted;

    /// @param control of the floor
    /// @param sender remembers whether it is muted
    /// @param onChange called when it is, though nobody asked for that; must not block
    VoiceKey(Talk talk, FloorControl control, Sender sender, Runnable onChange) {
        this.talk = talk;
        this.control = control;
        this.sender = sender;
        this.onChange = onChange;
    }

    /// Voice begins: takes the floor as it is.
    void start() {
        serially.start("voice key");
        floorMoved();
    }

    /// Voice is over: a floor that is held for it is given away.
    void close() {
        serially.run(() -> {
            closed = true;
            if (asked || spoken != 0) { // it may be let go already, and its last word not yet out
                pressed = false;
                spoken = 0;
                control.release();
            }
        });
        serially.close();
    }

    boolean muted() {
        return sender.isMuted();
    }

    void mute(boolean now) {
        sender.mute(now);
        quieted = false;
        serially.run(() -> {
            open = !now;
            openMicrophone();
        });
    }

    /// Whether it is muted because turns ended.
    boolean quieted() {
        return quieted;
    }

    /// The key is pressed or released. A press of one who waits asks anew, unless a text waits; where everybody may
    /// talk it means nothing.
    void press(boolean down) {
        boolean turns = control.view().stand() != Stand.OFF;
        serially.run(() -> {
            boolean news = down ? turns && (!pressed || spoken == 0) : pressed || asked;
            if (news && !closed) {
                pressed = down;
                pressedAt = System.nanoTime();
                queued = false;
                keyMoved();
            }
        });
    }

    private void keyMoved() {
        if (!pressed) {
            if (spoken != 0) {
                talk.hush(Microphone.ROLL, () -> serially.run(this::hushed));
            } else if (asked) {
                asked = false;
                control.release();
            }
        } else if (spoken != 0) {
            talk.speak(spoken, Duration.ZERO); // pressed again before the last word was out
        } else if (floor.stand() == Stand.GRANTED) {
            speak();
        } else if (asked || !waits(control.view())) {
            asked = true;
            control.request();
        } else if (floor.stand() == Stand.QUEUED) {
            talk.tone(Tone.QUEUED);
        }
    }

    private static boolean waits(FloorView view) {
        return view.stand() == Stand.REQUESTED || view.stand() == Stand.QUEUED;
    }

    private void hushed() {
        if (!pressed && spoken != 0) {
            spoken = 0;
            asked = false;
            control.release();
        }
    }

    /// The floor changed: looks at it.
    private void floorMoved() {
        serially.run(() -> {
            FloorView before = floor;
            floor = control.view();
            if (closed) {
                return;
            }
            if (floor.stand() == Stand.OFF) {
                everybody(before);
            } else {
                turns(before);
            }
            begun = true;
        });
    }

    private void everybody(FloorView before) {
        if (before.stand() != Stand.OFF || !begun) {
            open |= !begun || (pressed && spoken != 0);
            spoken = 0;
            pressed = false;
            asked = false;
            quieten();
            if (begun) { // what is said in a turn ends with it
                talk.hush(Duration.ZERO, () -> {
                });
            }
            talk.over(before.epoch());
            talk.everybody();
            openMicrophone();
        }
    }

    /// Whoever joined while turns were taken did not open a microphone: a change of mode does not, either.
    private void quieten() {
        if (!open && !sender.isMuted()) {
            sender.mute(true);
            quieted = true;
            onChange.run();
        }
    }

    private void openMicrophone() {
        if (floor.stand() == Stand.OFF && !closed) {
            if (sender.isMuted()) {
                talk.hush(Duration.ZERO, () -> {
                });
            } else {
                talk.speak(0, Duration.ZERO);
            }
        }
    }

    private void turns(FloorView before) {
        boolean mine = floor.stand() == Stand.GRANTED;
        boolean lost = spoken != 0 && (!mine || floor.epoch() != spoken);
        boolean stops = before.stand() == Stand.OFF ? begun : lost;
        boolean wanted = (mine || waits(floor)) && !lost;
        pressed &= wanted;
        asked &= wanted;
        if (stops) {
            spoken = 0;
            talk.hush(Duration.ZERO, () -> {
            });
        }
        talk.turn(floor.epoch());
        if (before.epoch() != floor.epoch() || before.holder() != floor.holder()) {
            turnOver(before);
        }
        queued |= before.stand() == Stand.QUEUED || floor.stand() == Stand.QUEUED;
        if (mine && pressed && spoken == 0) {
            speak();
        } else if (pressed && floor.stand() == Stand.QUEUED && before.stand() != Stand.QUEUED) {
            talk.tone(Tone.QUEUED);
        }
    }

    /// Who heard somebody's last word hears that it was the last; but not who speaks next, and is told that instead.
    private void turnOver(FloorView before) {
        if (before.holder() != 0) {
            talk.over(before.epoch());
        }
        boolean anothers = before.stand() == Stand.TAKEN || before.stand() == Stand.QUEUED;
        boolean next = floor.stand() == Stand.GRANTED || (floor.holder() == 0 && floor.stand() != Stand.IDLE);
        if (anothers && before.holder() != 0 && !next) {
            talk.toneAfter(before.epoch(), Tone.OVER);
        }
    }

    /// Who is answered speaks before the tone is heard, too; who waited in line for it has said nothing yet.
    private void speak() {
        spoken = floor.epoch();
        Duration waited = Duration.ofNanos(System.nanoTime() - pressedAt);
        talk.tone(Tone.GO_AHEAD);
        if (queued) {
            talk.speakAfter(Tone.GO_AHEAD, spoken, BREATH);
        } else {
            talk.speak(spoken, waited.plus(BREATH));
        }
    }

    /// The session tells its listener something of this kind: if it is about the floor, it is dealt with.
    void told(Object kind) {
        if (kind.equals(SessionEvent.FloorChanged.class)) {
            floorMoved();
        } else if (kind.equals(SessionEvent.FloorDenied.class) || kind.equals(SessionEvent.FloorRevoked.class)) {
            denied();
        } else if (kind.equals(SessionEvent.FloorWarning.class)) {
            warned();
        }
    }

    /// The floor was asked for in vain, or was taken away.
    private void denied() {
        serially.run(() -> {
            if (pressed) {
                pressed = spoken != 0; // a turn that is taken away is over when the floor says so
                talk.tone(Tone.DENIED);
            }
        });
    }

    /// The turn must end soon.
    private void warned() {
        serially.run(() -> {
            if (spoken != 0) {
                talk.tone(Tone.TIME_OUT);
            }
        });
    }
}
