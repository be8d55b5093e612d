package tincan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tincan.text.Printable;
import tincan.text.Text;
import tincan.voice.audio.AudioDevice;
import tincan.voice.audio.AudioDevices;

/// `tincan devices`: the microphones and loudspeakers of this computer, a line each.
@Command(name = "devices")
final class DevicesCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Text text;
    private final Supplier<AudioDevices> devices;

    @Mixin
    final HelpOption help = new HelpOption();

    @Option(names = "--json", descriptionKey = "cli.option.devices-json")
    private boolean json;

    DevicesCommand(Terminal terminal, Supplier<AudioDevices> devices) {
        this.terminal = terminal;
        this.text = terminal.text();
        this.devices = devices;
    }

    @Override
    public Integer call() {
        AudioDevices now = devices.get();
        Charset charset = json ? StandardCharsets.UTF_8 : terminal.charset();
        try (LineOutput out = new LineOutput(terminal.out(), charset, () -> {
        })) {
            out.start();
            if (json) {
                tellAProgram(now, out::line);
            } else {
                tellAPerson(now, out::line);
            }
        }
        return Exit.OK.code();
    }

    private void tellAPerson(AudioDevices now, Consumer<String> out) {
        if (now.inputs().isEmpty()) {
            out.accept(text.of("cli.devices.no-microphone"));
        }
        now.inputs().forEach(each -> out.accept(text.of("cli.devices.microphone", shown(each))));
        if (now.outputs().isEmpty()) {
            out.accept(text.of("cli.devices.no-loudspeaker"));
        }
        now.outputs().forEach(each -> out.accept(text.of("cli.devices.loudspeaker", shown(each))));
    }

    private String shown(AudioDevice device) {
        String name = Printable.line(device.name());
        return device.standard() ? text.of("cli.devices.standard", name) : name;
    }

    /// `docs/terminal.md` is the reference.
    private static void tellAProgram(AudioDevices now, Consumer<String> out) {
        JsonLines lines = new JsonLines();
        tell(lines, "microphone", now.inputs(), out);
        tell(lines, "loudspeaker", now.outputs(), out);
    }

    private static void tell(JsonLines lines, String kind, List<AudioDevice> devices, Consumer<String> out) {
        devices.forEach(each -> out.accept(lines.write("device", json -> {
            json.writeStringProperty("kind", kind);
            json.writeStringProperty("name", each.name());
            json.writeBooleanProperty("default", each.standard());
        })));
    }
}
