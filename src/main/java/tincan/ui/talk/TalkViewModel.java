package tincan.ui.talk;

import tincan.room.Mode;
import tincan.session.LinkState;
import tincan.session.Stand;

/// Speaking in a session: the floor, the voice, and the hand that holds a key. With voice the hand talks; without, it
/// asks for the floor and gives it away.
///
/// Owner: the thread of the window.
public final class TalkViewModel {
    private final FloorViewModel floor;
    private final VoiceViewModel voice;
    private final PushToTalk push = new PushToTalk(this::talk);

    public TalkViewModel(FloorViewModel floor, VoiceViewModel voice) {
        this.floor = floor;
        this.voice = voice;
        voice.joinedProperty().subscribe(now -> {
            if (!now) {
                push.end();
            }
        });
    }

    public FloorViewModel floor() {
        return floor;
    }

    public VoiceViewModel voice() {
        return voice;
    }

    public PushToTalk push() {
        return push;
    }

    private void talk(boolean pressed) {
        if (voice.joinedProperty().get()) {
            voice.talk(pressed);
        } else if (pressed) {
            floor.act();
        }
    }

    /// Gives the floor away, or asks for it no longer, whatever hand holds. Who talks is heard to the last word: the
    /// voice gives the floor away itself then.
    public void over() {
        boolean talks = push.talkingProperty().get() && voice.joinedProperty().get()
                && floor.floorProperty().get().stand() == Stand.GRANTED;
        push.end();
        if (!talks) {
            floor.giveBack();
        }
    }

    /// The session says that the floor changed, or who may speak.
    public void floorChanged() {
        floor.changed();
        push.setAble(floor.ableProperty().get() && floor.modeProperty().get() == Mode.WALKIE_TALKIE);
    }

    /// The floor was not given.
    public void denied(String reason) {
        floor.denied(reason);
        push.end();
    }

    /// The floor was taken from this side.
    public void revoked(String reason) {
        floor.revoked(reason);
        push.end();
    }

    public void linkChanged(LinkState state) {
        floor.linkChanged(state);
        floorChanged();
    }
}
