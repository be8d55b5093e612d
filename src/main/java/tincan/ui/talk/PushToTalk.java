package tincan.ui.talk;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Whether this side wants to talk: while a key or the button is held, or while it is latched for those who cannot
/// hold. A key repeats while it is held, and is let go unseen when the window loses the focus; a time-out takes the word
/// from a hand that still holds, and that hand must let go before it counts again.
///
/// Owner: the thread of the window.
public final class PushToTalk {
    private final Consumer<Boolean> talk;
    private final Set<Hand> down = EnumSet.noneOf(Hand.class);
    /// Those of `down` that were not taken the word from since.
    private final Set<Hand> holding = EnumSet.noneOf(Hand.class);
    private final ReadOnlyBooleanWrapper talking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper latched = new ReadOnlyBooleanWrapper();
    private boolean able;

    /// What one can hold.
    public enum Hand {
        /// The key of the settings, anywhere in the window.
        KEY,
        /// Space, where it means nothing else.
        SPACE,
        /// The button on the screen, by mouse or touch.
        BUTTON
    }

    /// @param talk is told true when one begins to want to talk, and false when that is over
    public PushToTalk(Consumer<Boolean> talk) {
        this.talk = talk;
    }

    /// Whether one wants to talk.
    public ReadOnlyBooleanProperty talkingProperty() {
        return talking.getReadOnlyProperty();
    }

    /// Whether it goes on without a hand.
    public ReadOnlyBooleanProperty latchedProperty() {
        return latched.getReadOnlyProperty();
    }

    /// Takes a press; a repeated one means nothing. A press while it is latched unlatches.
    public void press(Hand hand) {
        if (!down.add(hand) || !able) {
            return;
        }
        if (latched.get()) {
            latched.set(false);
        } else {
            holding.add(hand);
        }
        tell();
    }

    public void release(Hand hand) {
        down.remove(hand);
        holding.remove(hand);
        tell();
    }

    /// Talks until this is called again, or something ends it.
    public void toggleLatch() {
        latched.set(able && !latched.get());
        tell();
    }

    /// Whether there is anything to talk into; what was held before counts only when it is pressed anew.
    public void setAble(boolean now) {
        able = now;
        if (!now) {
            end();
        }
    }

    /// The turn is over, by a time-out or because it was taken away.
    public void end() {
        holding.clear();
        latched.set(false);
        tell();
    }

    /// The window no longer sees the keys, so it will not see them go up either.
    public void loseSight() {
        down.clear();
        end();
    }

    private void tell() {
        boolean now = latched.get() || !holding.isEmpty();
        if (now != talking.get()) {
            talking.set(now);
            talk.accept(now);
        }
    }
}
