package tincan.voice;

import tincan.voice.packet.VoicePacket;

/// Which packets may be heard: those of everybody, or those of the present turn. Word of a turn and its sound come by
/// different ways, so a turn is still heard for a moment when it is over, and a later one is believed at once: the host
/// has seen to it that only its holder is relayed. Not thread-safe; time comes in, by [System#nanoTime].
final class Bursts {
    /// How long a turn that is over may still be heard.
    static final long GRACE_NANOS = 200_000_000L;

    private boolean turns;
    private int burst;
    /// Until when the burst, or everybody, that counted before is still heard.
    private long graceUntil;
    private boolean turnsBefore;
    private int burstBefore;

    /// Everybody may be heard.
    void everybody(long now) {
        change(false, 0, now);
    }

    /// Only who speaks in this turn may be heard.
    void turn(int epoch, long now) {
        change(true, epoch, now);
    }

    private void change(boolean byTurns, int epoch, long now) {
        if (byTurns == turns && (!byTurns || epoch - burst <= 0)) {
            return;
        }
        turnsBefore = turns;
        burstBefore = burst;
        turns = byTurns;
        burst = epoch;
        graceUntil = now + GRACE_NANOS;
    }

    /// Whether a voice packet may be heard.
    boolean allows(VoicePacket packet, long now) {
        if (!packet.isDuplex() && turns && packet.burst() - burst > 0) {
            change(true, packet.burst(), now);
        }
        return isOf(packet, turns, burst) || (now - graceUntil < 0 && isOf(packet, turnsBefore, burstBefore));
    }

    private static boolean isOf(VoicePacket packet, boolean byTurns, int epoch) {
        return byTurns ? !packet.isDuplex() && packet.burst() == epoch : packet.isDuplex();
    }
}
