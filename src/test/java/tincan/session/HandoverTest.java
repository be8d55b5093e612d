package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.text.Text;
import tincan.trace.EventLog;

/// Leaving the voice of a session, and coming back, while the sound server hangs.
@Timeout(60)
final class HandoverTest {
    private final HangingSound sound = new HangingSound();
    private final HostSession host = new HostSession(HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH))
            .onLoopback(), EventLog.off());

    @BeforeEach
    void join() throws Exception {
        host.start(new Ear());
        host.joinVoice(sound);
        sound.awaitOpened();
    }

    @AfterEach
    void leave() {
        sound.recover();
        host.leave();
    }

    @Test
    void whoLeavesDoesNotWaitForADevice() {
        Thread leaver = Thread.ofPlatform().start(host::leaveVoice);
        boolean waited = false;
        while (leaver.isAlive()) {
            waited |= Arrays.stream(leaver.getStackTrace()).anyMatch(frame -> frame.getMethodName().equals("join"));
        }
        assertFalse(waited);
    }

    @Test
    void whoComesBackAtOnceHasOneMicrophone() throws Exception {
        host.leaveVoice();
        host.joinVoice(sound);
        sound.recover();
        sound.awaitOpened();
        assertEquals(1, sound.most());
    }
}
