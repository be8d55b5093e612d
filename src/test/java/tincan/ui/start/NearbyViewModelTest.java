package tincan.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tincan.text.Text;
import tincan.ui.FakeNearby;
import tincan.ui.Nearby.NearbySession;

final class NearbyViewModelTest {
    private static final NearbySession ADA = FakeNearby.session(1, "Ada's", "Ada", false);
    private static final NearbySession BOB = FakeNearby.session(2, "Bob's", "Bob", true);
    private static final NearbySession CY = FakeNearby.session(3, "Cy's", "Cy", true);

    private final FakeNearby nearby = new FakeNearby();
    private final NearbyViewModel model = new NearbyViewModel(nearby, Runnable::run, Text.in(Locale.ENGLISH));

    @Test
    void saysThatItListensUntilSomethingIsFound() {
        assertEquals("Listening for sessions on this network…", model.statusProperty().get());
        nearby.find(ADA);
        assertEquals("", model.statusProperty().get());
    }

    @Test
    void saysThatAnAddressAlwaysWorksWhereNothingCanBeFound() {
        nearby.find(ADA);
        nearby.loseTheNetwork();
        assertEquals("Sessions cannot be found by themselves on this network. An address always works.",
                model.statusProperty().get());
    }

    @Test
    void keepsTheOrderInWhichTheyWereFirstSeen() {
        nearby.find(BOB);
        nearby.find(ADA, BOB, CY);
        assertEquals(List.of(BOB, ADA, CY), model.rows());
        nearby.find(CY, ADA);
        assertEquals(List.of(ADA, CY), model.rows());
    }

    @Test
    void whatChangesStaysInItsPlace() {
        NearbySession renamed = FakeNearby.session(1, "Ada's other", "Ada", false);
        nearby.find(ADA, BOB);
        nearby.find(BOB, renamed);
        assertEquals(List.of(renamed, BOB), model.rows());
    }

    @Test
    void noneGoesAwayUnderThePointer() {
        nearby.find(ADA, BOB);
        model.heldProperty().set(true);
        nearby.find(BOB);
        assertEquals(List.of(ADA, BOB), model.rows());
        model.heldProperty().set(false);
        assertEquals(List.of(BOB), model.rows());
    }

    @Test
    void aFloodIsCutOff() {
        nearby.find(IntStream.range(0, 1_000).mapToObj(id -> FakeNearby.session(id, "x", "y", true))
                .toArray(NearbySession[]::new));
        assertEquals(NearbyViewModel.MOST, model.rows().size());
    }

    @Test
    void nobodyWatchesAfterwards() {
        model.close();
        assertFalse(nearby.watched());
    }
}
