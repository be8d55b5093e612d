package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tincan.room.Entry;
import tincan.room.LeaveReason;
import tincan.room.Mode;
import tincan.session.EndReason;
import tincan.session.FloorView;
import tincan.session.LinkState;
import tincan.session.LocalAddress;
import tincan.session.Person;
import tincan.session.Sending;
import tincan.session.SessionEvent;
import tincan.session.Stand;
import tincan.session.SessionFailure;

final class JsonDialectTest {
    private final List<String> lines = new ArrayList<>();
    private final JsonDialect dialect = new JsonDialect(lines::add);

    @Test
    void aHostSaysWhereItListens() {
        dialect.told(new SessionEvent.Listening(8462,
                List.of(new LocalAddress("192.168.1.7", "wlan0", LocalAddress.Kind.PHYSICAL))));
        assertEquals(List.of("{\"event\":\"listening\",\"port\":8462,\"addresses\":"
                + "[{\"address\":\"192.168.1.7\",\"interface\":\"wlan0\",\"kind\":\"physical\"}]}"), lines);
    }

    @Test
    void aStateHasAReasonWhenThereIsOne() {
        state(LinkState.CONNECTING, EndReason.NONE);
        state(LinkState.CONNECTED, EndReason.NONE);
        state(LinkState.RECONNECTING, EndReason.CONNECTION_BROKEN);
        state(LinkState.CLOSED, EndReason.HOST_ENDED);
        assertEquals(List.of("{\"event\":\"state\",\"state\":\"connected\"}",
                "{\"event\":\"state\",\"state\":\"reconnecting\",\"reason\":\"connection-broken\"}",
                "{\"event\":\"state\",\"state\":\"closed\",\"reason\":\"host-ended\"}"), lines);
    }

    @Test
    void aGuestLearnsItsName() {
        dialect.told(new SessionEvent.Welcomed(new Person(2, "Bob 2", true, Optional.empty()), "Talk"));
        assertEquals(List.of("{\"event\":\"welcomed\",\"member\":\"Bob 2\",\"title\":\"Talk\"}"), lines);
    }

    @Test
    void everyTextIsToldWithItsNumbersOnesOwnAsWell() {
        said(new Entry.Said(3, "hi\n你好"), true, false);
        said(new Entry.Said(4, "before"), false, true);
        assertEquals(List.of(
                "{\"event\":\"said\",\"seq\":12,\"from\":\"Bob\",\"id\":3,\"text\":\"hi\\n你好\",\"at\":\"1970-01-01T00:00:00Z\"}",
                "{\"event\":\"said\",\"seq\":12,\"from\":\"Bob\",\"id\":4,\"text\":\"before\",\"at\":\"1970-01-01T00:00:00Z\",\"history\":true}"),
                lines);
    }

    @Test
    void whoseTurnItIsIsTold() {
        said(new Entry.ModeSet(Mode.WALKIE_TALKIE), false, false);
        dialect.told(new SessionEvent.FloorChanged(new FloorView(Stand.QUEUED, 2, "Ada", 1, 3, 0)));
        dialect.told(new SessionEvent.FloorChanged(FloorView.OFF));
        dialect.told(new SessionEvent.FloorDenied("penalty"));
        dialect.told(new SessionEvent.FloorWarning(Duration.ofMillis(4990)));
        said(new Entry.Spoke(7, 2340), false, false);
        assertEquals(List.of("{\"event\":\"mode\",\"mode\":\"walkie-talkie\"}",
                "{\"event\":\"floor\",\"state\":\"queued\",\"holder\":\"Ada\",\"position\":3}",
                "{\"event\":\"mode\",\"mode\":\"chat\"}",
                "{\"event\":\"floor-denied\",\"reason\":\"penalty\"}",
                "{\"event\":\"floor-warning\",\"seconds\":4}",
                "{\"event\":\"spoke\",\"from\":\"Bob\",\"epoch\":7,\"millis\":2340}"), lines);
    }

    @Test
    void theModeInWhichOneComesInIsToldOnce() {
        dialect.told(new SessionEvent.FloorChanged(new FloorView(Stand.IDLE, 0, "", 1, 0, 0)));
        said(new Entry.ModeSet(Mode.WALKIE_TALKIE), false, true);
        said(new Entry.ModeSet(Mode.WALKIE_TALKIE), false, false);
        assertEquals(List.of("{\"event\":\"mode\",\"mode\":\"walkie-talkie\"}",
                "{\"event\":\"floor\",\"state\":\"idle\",\"holder\":\"\",\"position\":0}"), lines);
    }

    @Test
    void comingAndGoingIsTold() {
        said(new Entry.Joined(), false, false);
        said(new Entry.Lost(), false, false);
        said(new Entry.Returned(), false, false);
        said(new Entry.Left(LeaveReason.SLOW), false, false);
        said(new Entry.Unknown("waved"), false, false);
        assertEquals(List.of("{\"event\":\"joined\",\"member\":\"Bob\"}", "{\"event\":\"lost\",\"member\":\"Bob\"}",
                "{\"event\":\"returned\",\"member\":\"Bob\"}",
                "{\"event\":\"left\",\"member\":\"Bob\",\"reason\":\"slow\"}"), lines);
    }

    @Test
    void everyDeliveredTextIsToldOnceAndInOrder() {
        dialect.told(new SessionEvent.Progress(5, 0));
        dialect.told(new SessionEvent.Progress(5, 2));
        dialect.told(new SessionEvent.Progress(6, 2));
        dialect.told(new SessionEvent.Progress(6, 3));
        assertEquals(List.of("{\"event\":\"delivered\",\"id\":1}", "{\"event\":\"delivered\",\"id\":2}",
                "{\"event\":\"delivered\",\"id\":3}"), lines);
    }

    @Test
    void whatIsLostForGoodIsTold() {
        dialect.told(new SessionEvent.Missed(5, 9));
        assertEquals(List.of("{\"event\":\"missed\",\"from\":5,\"to\":9}"), lines);
    }

    @Test
    void whoIsTurnedAwayIsTold() {
        dialect.told(new SessionEvent.TurnedAway("192.168.1.9:50000", "room full"));
        assertEquals(List.of(
                "{\"event\":\"turned-away\",\"address\":\"192.168.1.9:50000\",\"reason\":\"room full\"}"), lines);
    }

    @Test
    void aTextThatIsNotTakenIsRefused() {
        dialect.rejected(Sending.Why.EMPTY);
        dialect.rejected(Sending.Why.TOO_LONG);
        assertEquals(List.of("{\"event\":\"refused\",\"reason\":\"empty text\"}",
                "{\"event\":\"refused\",\"reason\":\"text too long\"}"), lines);
    }

    @Test
    void aHostThatSaysNoIsToldButNotOneThatIsNotThere() {
        dialect.failed(new SessionFailure(SessionFailure.Kind.NO_ANSWER, "x"));
        dialect.failed(new SessionFailure(SessionFailure.Kind.FULL, "x"));
        dialect.failed(new SessionFailure(SessionFailure.Kind.REFUSED, "barred"));
        assertEquals(List.of("{\"event\":\"refused\",\"reason\":\"session full\"}",
                "{\"event\":\"refused\",\"reason\":\"barred\"}"), lines);
    }

    private void state(LinkState state, EndReason reason) {
        dialect.told(new SessionEvent.StateChanged(state, reason));
    }

    private void said(Entry.Body body, boolean mine, boolean history) {
        dialect.told(new SessionEvent.Arrived(new Entry(12, Instant.EPOCH, 2, "Bob", body), mine, history));
    }
}
