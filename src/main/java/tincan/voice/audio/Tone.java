package tincan.voice.audio;

import java.time.Duration;
import java.util.List;

/// The short signals of the walkie-talkie, told apart by ear alone: rising, falling, low and twice or once, high
/// and thrice.
public enum Tone {
    /// The floor is yours.
    GO_AHEAD,
    /// Somebody's turn is over.
    OVER,
    /// You do not get the floor.
    DENIED,
    /// Somebody has the floor: you wait in line for it.
    QUEUED,
    /// Your turn ends soon.
    TIME_OUT;

    /// A quarter of what there is: heard over speech, and never startling.
    private static final double AMPLITUDE = 0.25 * Short.MAX_VALUE;
    /// In milliseconds: a sine that starts at once would click.
    private static final int FADE = 8;
    private static final int PER_MILLI = Pcm.RATE / 1000;

    private record Note(double hertz, int millis) {
        short sample(int index) {
            int fade = FADE * PER_MILLI;
            double edge = Math.min(1, (double) Math.min(index, millis * PER_MILLI - index) / fade);
            double envelope = 0.5 - 0.5 * Math.cos(Math.PI * edge);
            return (short) Math.round(AMPLITUDE * envelope * Math.sin(2 * Math.PI * hertz * index / Pcm.RATE));
        }
    }

    private List<Note> notes() {
        return switch (this) {
            case GO_AHEAD -> List.of(new Note(660, 50), new Note(990, 70));
            case OVER -> List.of(new Note(880, 50), new Note(587, 80));
            case DENIED -> List.of(new Note(220, 110), new Note(0, 50), new Note(220, 110));
            case QUEUED -> List.of(new Note(330, 140));
            case TIME_OUT -> List.of(new Note(1320, 50), new Note(0, 50), new Note(1320, 50), new Note(0, 50),
                    new Note(1320, 50));
        };
    }

    public Duration length() {
        return Duration.ofMillis(millis());
    }

    private int millis() {
        return notes().stream().mapToInt(Note::millis).sum();
    }

    /// The whole of it, made anew.
    public short[] samples() {
        List<Note> notes = notes();
        short[] all = new short[millis() * PER_MILLI];
        int next = 0;
        for (Note note : notes) {
            for (int i = 0; i < note.millis() * PER_MILLI; i++) {
                all[next++] = note.sample(i);
            }
        }
        return all;
    }
}
