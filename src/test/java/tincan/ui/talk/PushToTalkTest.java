package tincan.ui.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tincan.ui.talk.PushToTalk.Hand;

final class PushToTalkTest {
    private final List<Boolean> told = new ArrayList<>();
    private final PushToTalk push = new PushToTalk(told::add);

    @BeforeEach
    void thereIsSomethingToTalkInto() {
        push.setAble(true);
    }

    @Test
    void oneTalksWhileTheKeyIsHeld() {
        push.press(Hand.KEY);
        assertTrue(push.talkingProperty().get());
        push.release(Hand.KEY);

        assertFalse(push.talkingProperty().get());
        assertEquals(List.of(true, false), told);
    }

    @Test
    void aKeyThatRepeatsIsOnePress() {
        push.press(Hand.KEY);
        push.press(Hand.KEY);
        push.press(Hand.KEY);
        push.release(Hand.KEY);

        assertEquals(List.of(true, false), told);
    }

    @Test
    void theLastHandThatLetsGoEndsIt() {
        push.press(Hand.KEY);
        push.press(Hand.BUTTON);
        push.release(Hand.KEY);
        assertEquals(List.of(true), told);
        push.release(Hand.BUTTON);

        assertEquals(List.of(true, false), told);
    }

    @Test
    void theLatchHoldsWithoutAHand() {
        push.toggleLatch();
        assertTrue(push.latchedProperty().get());
        push.toggleLatch();

        assertEquals(List.of(true, false), told);
    }

    @Test
    void whoLatchesWhileHoldingMayLetGo() {
        push.press(Hand.BUTTON);
        push.toggleLatch();
        push.release(Hand.BUTTON);
        assertEquals(List.of(true), told);
        push.toggleLatch();

        assertEquals(List.of(true, false), told);
    }

    @Test
    void aPressUnlatchesAndIsNoPressByItself() {
        push.toggleLatch();
        push.press(Hand.SPACE);
        push.press(Hand.SPACE);
        assertEquals(List.of(true, false), told);
        push.release(Hand.SPACE);
        push.press(Hand.SPACE);

        assertEquals(List.of(true, false, true), told);
    }

    @Test
    void aTimeOutTakesTheWordFromAHandThatHolds() {
        push.press(Hand.KEY);
        push.end();
        push.press(Hand.KEY);
        assertEquals(List.of(true, false), told);
        push.release(Hand.KEY);
        push.press(Hand.KEY);

        assertEquals(List.of(true, false, true), told);
    }

    @Test
    void aTimeOutUnlatches() {
        push.toggleLatch();
        push.end();

        assertFalse(push.latchedProperty().get());
        assertEquals(List.of(true, false), told);
    }

    @Test
    void whoLosesTheFocusHasLetGoOfAll() {
        push.press(Hand.KEY);
        push.toggleLatch();
        push.loseSight();
        assertEquals(List.of(true, false), told);
        push.press(Hand.KEY);

        assertEquals(List.of(true, false, true), told, "the key went up where nobody saw it");
    }

    @Test
    void whereNothingTakesItNothingIsSaid() {
        push.setAble(false);
        push.press(Hand.KEY);
        push.toggleLatch();
        push.setAble(true);
        push.press(Hand.KEY);
        assertEquals(List.of(), told, "held from before");
        push.release(Hand.KEY);
        push.press(Hand.KEY);

        assertEquals(List.of(true), told);
    }

    @Test
    void aLostConnectionLetsGo() {
        push.press(Hand.BUTTON);
        push.setAble(false);
        push.release(Hand.BUTTON);

        assertEquals(List.of(true, false), told);
    }
}
