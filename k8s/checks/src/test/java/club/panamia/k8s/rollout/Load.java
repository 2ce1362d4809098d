package club.panamia.k8s.rollout;

import club.panamia.dev.process.Waiting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * People at the front door until it is closed: ten reads a second, come what may, and beside them writers, each of whom sends the
 * next change soon after the last one is answered.
 */
final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int READS_A_SECOND = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(3);
    private final Queue<CompletableFuture<?>> open = new ConcurrentLinkedQueue<>();
    private final Queue<String> failedReads = new ConcurrentLinkedQueue<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final List<Writer> writers = new ArrayList<>();
    private final URI door;

    Load(int port, List<Member> members) {
        door = URI.create("http://127.0.0.1:" + port);
        members.forEach(member -> writers.add(new Writer(http, door, member)));
    }

    Load start() {
        clock.scheduleAtFixedRate(this::read, 0, 1_000_000 / READS_A_SECOND, TimeUnit.MICROSECONDS);
        writers.forEach(writer -> clock.scheduleWithFixedDelay(writer::write, 0, 200, TimeUnit.MILLISECONDS));
        return this;
    }

    /** Reads that were answered otherwise than by 200, or not at all. */
    List<String> failedReads() {
        return List.copyOf(failedReads);
    }

    int reads() {
        return reads.get();
    }

    List<Writer> writers() {
        return writers;
    }

    /** Returns when each writer has had so many more changes acknowledged. */
    void goesOnFor(int changes) {
        var before = writers.stream().map(Writer::changes).toList();
        var gone = Waiting.until(
                PATIENCE,
                Duration.ofMillis(50),
                () -> IntStream.range(0, before.size())
                        .allMatch(writer -> writers.get(writer).changes() >= before.get(writer) + changes));
        if (!gone) {
            throw new AssertionError("The writers do not get on: "
                    + writers.stream().map(Writer::refused).toList());
        }
    }

    /** No more requests; returns when all that were sent are answered. */
    @Override
    public void close() {
        clock.close();
        CompletableFuture.allOf(open.toArray(CompletableFuture[]::new)).join();
    }

    private void read() {
        var request = HttpRequest.newBuilder(door.resolve("/api/directory/featured?limit=5"))
                .timeout(Duration.ofSeconds(20))
                .build();
        open.add(http.sendAsync(request, BodyHandlers.ofString()).handle(this::note));
    }

    private boolean note(HttpResponse<String> answer, Throwable failure) {
        reads.incrementAndGet();
        return answer != null && answer.statusCode() == 200
                || failedReads.add(failure == null ? answer.statusCode() + " " + answer.body() : failure.toString());
    }
}
