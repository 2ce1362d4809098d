package club.panamia.testing.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** The same thing many times at once: every runner waits at the line, then all start. */
public final class Race {

    private Race() {}

    /** What each of {@code runners} got; a runner's exception fails the race. */
    public static <T> List<T> of(int runners, IntFunction<Callable<T>> runner) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(runners)) {
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < runners; i++) {
                var task = runner.apply(i);
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var result : running) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("a runner failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
