package club.panamia.testing.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The same thing many times at once: every runner waits at the line, then all start. Or two things, one behind the other. */
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

    /**
     * What {@code task} returns that begins when {@code deed}, a statement, is done but not committed, which it is as soon as the task
     * waits for it. Fails where the task ends without having waited.
     */
    public static <T> T behind(String deed, Supplier<T> task) {
        try (var first = TestDatabase.get().sql().open();
                var statement = first.createStatement()) {
            first.setAutoCommit(false);
            statement.execute(deed);
            var second = CompletableFuture.supplyAsync(task);
            while (!isWaitedFor(statement)) {
                if (second.isDone()) {
                    throw new AssertionError("it did not wait, and came to " + second.join());
                }
            }
            first.commit();
            return second.join();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isWaitedFor(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery(
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid)))")) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
