package tincan.room;

import java.time.Duration;

/// How fast a member may speak.
///
/// @param perSecond how many texts each second in the long run; 0 for no limit
/// @param burst how much of that may come at once, before it is slowed down
/// @param push how long a member may push against the limit without a pause until it is cut
public record Rate(int perSecond, Duration burst, Duration push) {
    /// 1,000 texts a second, 5,000 at once, half a minute.
    public static final Rate DEFAULT = new Rate(1000, Duration.ofSeconds(5), Duration.ofSeconds(30));
    /// As fast as it can.
    public static final Rate UNLIMITED = new Rate(0, Duration.ZERO, Duration.ZERO);

    public Rate {
        if (perSecond < 0 || burst.isNegative() || push.isNegative()) {
            throw new IllegalArgumentException(perSecond + " a second");
        }
    }
}
