package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A host that notices when its computer comes into another network.
final class AddressWatchTest {
    private static final LocalAddress LOOPBACK = new LocalAddress("127.0.0.1", "lo", LocalAddress.Kind.LOOPBACK);
    private static final LocalAddress RADIO = new LocalAddress("192.168.1.7", "wlan0", LocalAddress.Kind.PHYSICAL);

    private final AtomicReference<List<LocalAddress>> system = new AtomicReference<>(List.of(LOOPBACK));
    private final Semaphore looks = new Semaphore(0);
    private final BlockingQueue<List<LocalAddress>> told = new LinkedBlockingQueue<>();
    private final AddressWatch watch = new AddressWatch(this::look, this::tell);

    @AfterEach
    void close() {
        watch.close();
    }

    private List<LocalAddress> look() {
        looks.release();
        return system.get();
    }

    private void tell() {
        told.add(watch.found());
    }

    private void lookAgain() throws InterruptedException {
        looks.drainPermits();
        watch.lookNow();
        assertTrue(looks.tryAcquire(20, TimeUnit.SECONDS), "it looked");
    }

    @Test
    void theFirstAddressesAreThereAtOnceAndToldByNobody() {
        watch.start();
        assertEquals(List.of(LOOPBACK), watch.found());
        assertEquals(List.of(), List.copyOf(told));
    }

    @Test
    void anAddressThatCameIsToldWithoutBeingAskedFor() throws InterruptedException {
        watch.start();
        system.set(List.of(RADIO, LOOPBACK));
        assertEquals(List.of(RADIO, LOOPBACK), told.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void addressesAreToldAgainOnlyWhenTheyAreOthers() throws InterruptedException {
        system.set(List.of(RADIO, LOOPBACK));
        watch.start();
        lookAgain();
        system.set(List.of(LOOPBACK, RADIO));
        lookAgain();
        lookAgain();
        system.set(List.of(LOOPBACK));
        assertEquals(List.of(LOOPBACK), told.poll(20, TimeUnit.SECONDS), "the first that is told");
    }
}
