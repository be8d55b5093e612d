package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tincan.voice.audio.AudioDevice;
import tincan.voice.audio.AudioDevices;

final class DevicesCommandTest {
    private static final AudioDevices SOME = new AudioDevices(
            List.of(new AudioDevice("default [default]", true), new AudioDevice("Headset\u001b[2J", false)),
            List.of(new AudioDevice("default [default]", true)));

    private final FakeTerminal terminal = FakeTerminal.typed("");

    @Test
    void eachDeviceIsALine() {
        assertEquals(0, devices(SOME));
        assertEquals(List.of("Microphone: default [default] (this one is used)", "Microphone: Headset␛[2J",
                "Loudspeaker: default [default] (this one is used)"), terminal.out());
    }

    @Test
    void aComputerWithoutSoundIsToldWhatToTry() {
        assertEquals(0, devices(new AudioDevices(List.of(), List.of())));
        assertEquals(List.of(
                "No microphone found. Plug one in, and see in the system's settings that it is on;"
                        + " text works without one.",
                "No loudspeaker found. Plug one in, and see in the system's settings that it is on;"
                        + " text works without one."),
                terminal.out());
        assertEquals(List.of(), terminal.err());
    }

    @Test
    void aProgramIsToldInJson() {
        assertEquals(0, devices(SOME, "--json"));
        assertEquals(List.of(
                "{\"event\":\"device\",\"kind\":\"microphone\",\"name\":\"default [default]\",\"default\":true}",
                "{\"event\":\"device\",\"kind\":\"microphone\",\"name\":\"Headset\\u001B[2J\",\"default\":false}",
                "{\"event\":\"device\",\"kind\":\"loudspeaker\",\"name\":\"default [default]\",\"default\":true}"),
                terminal.out());
    }

    @Test
    void aProgramIsToldNothingWhereThereIsNone() {
        assertEquals(0, devices(new AudioDevices(List.of(), List.of()), "--json"));
        assertEquals(List.of(), terminal.out());
    }

    private int devices(AudioDevices found, String... options) {
        return new CommandLine(new DevicesCommand(terminal.terminal(), () -> found))
                .setResourceBundle(terminal.terminal().text().bundle()).execute(options);
    }
}
