package tincan.voice;

/// Decides, frame by frame, whether an open microphone hears somebody: louder than the room's own noise, which it keeps
/// learning. It stays open over the pauses between words. Not thread-safe.
final class Gate {
    /// How much louder than the room, in dB.
    private static final double ABOVE = 9;
    /// What is quieter than this, in dBFS, is never somebody.
    private static final double QUIETEST = -60;
    /// What is louder always is.
    private static final double LOUD = -30;
    /// How fast it believes in a louder room, in dB a frame: 1 dB a second.
    private static final double RISE = 0.01;
    /// Frames that it stays open: 300 ms.
    private static final int HANG = 30;

    private double room = QUIETEST;
    private int open;

    /// Takes a frame.
    ///
    /// @param level its loudest sample, in dBFS
    /// @return whether it is to be heard
    boolean hears(double level) {
        room = level < room ? level : Math.min(LOUD - ABOVE, room + RISE);
        if (level > Math.max(QUIETEST, room + ABOVE) || level > LOUD) {
            open = HANG;
        } else if (open > 0) {
            open--;
        }
        return open > 0;
    }
}
