package tincan.ui.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The thread of a window without a toolkit.
final class Window implements Executor, AutoCloseable {
    private static final int DEADLINE_SECONDS = 20;

    /// What somebody still wants of a window that is closed is not done.
    private final ExecutorService thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), new ThreadPoolExecutor.DiscardPolicy());
    private final Semaphore worked = new Semaphore(0);

    @Override
    public void execute(Runnable work) {
        thread.execute(() -> {
            work.run();
            worked.release();
        });
    }

    /// Does it on the window's thread.
    <T> T on(Callable<T> work) throws Exception {
        return thread.submit(work).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    void run(Runnable work) throws Exception {
        thread.submit(work).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    /// Looks again after each work until it is so.
    void await(String what, Callable<Boolean> condition) throws Exception {
        while (!on(condition)) {
            assertTrue(worked.tryAcquire(DEADLINE_SECONDS, TimeUnit.SECONDS), what);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
