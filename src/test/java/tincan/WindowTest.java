package tincan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class WindowTest {

    @Test
    void onLinuxADisplayIsNamedInTheEnvironment() {
        assertTrue(Window.displayNamed(Map.of("DISPLAY", ":0"), "Linux", ""));
        assertTrue(Window.displayNamed(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux", ""));
        assertFalse(Window.displayNamed(Map.of(), "Linux", ""));
        assertFalse(Window.displayNamed(Map.of("DISPLAY", ""), "Linux", ""));
    }

    @Test
    void otherSystemsHaveADisplayOrSayThatTheyHaveNone() {
        assertTrue(Window.displayNamed(Map.of(), "Mac OS X", ""));
        assertTrue(Window.displayNamed(Map.of(), "Windows 11", ""));
    }

    @Test
    void theHeadlessPlatformNeedsNone() {
        assertTrue(Window.displayNamed(Map.of(), "Linux", "Headless"));
    }
}
