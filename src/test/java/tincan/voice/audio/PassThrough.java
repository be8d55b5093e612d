package tincan.voice.audio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// A program with a person's microphone and loudspeaker: what the one hears the other plays. It answers each line of
/// its input, and tells its troubles.
final class PassThrough {
    /// More would be heard as delay.
    private static final int MOST_FRAMES = 4;

    private PassThrough() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (Arrays.asList(arguments).contains("measure")) {
            measure();
            return;
        }
        Sound sound = Arrays.asList(arguments).contains("chosen")
                ? new SystemSound("one that is not there", "nor this one")
                : new SystemSound();
        BlockingQueue<short[]> frames = new ArrayBlockingQueue<>(MOST_FRAMES);
        try (Microphone microphone = new Microphone(sound, (frame, _, _) -> frames.offer(frame),
                trouble -> tell("microphone", trouble));
                Loudspeaker loudspeaker = new Loudspeaker(sound, (frame, _) -> play(frames.poll(), frame),
                        trouble -> tell("loudspeaker", trouble))) {
            microphone.start();
            loudspeaker.start();
            microphone.talk();
            answer();
        }
    }

    private static void play(short @Nullable [] heard, short[] frame) {
        if (heard != null) {
            System.arraycopy(heard, 0, frame, 0, frame.length);
        }
    }

    private static void measure() throws InterruptedException {
        try {
            say("delay " + new MouthToEar(new SystemSound()).measure());
        } catch (DeviceLost e) {
            say("trouble " + e.trouble());
        }
    }

    private static void tell(String device, Optional<Trouble> trouble) {
        say(device + " " + trouble.map(Trouble::name).orElse("WORKS"));
    }

    private static void answer() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            say("answer to " + line);
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
    }
}
