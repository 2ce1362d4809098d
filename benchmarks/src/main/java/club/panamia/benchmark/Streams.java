package club.panamia.benchmark;

import club.panamia.benchmark.measure.Latencies;
import club.panamia.benchmark.stage.Stage;
import club.panamia.dev.process.Fault;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** People who listen to what they are told, as browsers do; each hears of their events in the order in which these were recorded. */
final class Streams implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private final NetClient client = vertx.createNetClient();
    private final List<Listener> listeners;
    private volatile CountDownLatch opening;
    private volatile long dropped;
    private volatile long lastOpened;
    private volatile CountDownLatch unheard = new CountDownLatch(0);
    private volatile Latencies latencies = new Latencies();

    Streams(Stage stage, Source source, int people) {
        opening = new CountDownLatch(people);
        var port = stage.port(source.service());
        listeners = IntStream.range(0, people)
                .mapToObj(person -> new Listener(vertx, client, port, source, person, this::opened, this::heard))
                .toList();
    }

    /** Opens them all; how long that took. */
    Duration listen() {
        var since = System.nanoTime();
        loop.runOnContext(go -> listeners.forEach(Listener::connect));
        await(opening, "Not everybody could listen.");
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** So many events are to be heard from now on. */
    void expect(int events) {
        latencies = new Latencies();
        unheard = new CountDownLatch(events);
    }

    /** An event of a person is about to be recorded. */
    void records(int person) {
        listeners.get(person).records();
    }

    /** How long each event took until it was heard. */
    Latencies heard() {
        await(unheard, "Not everything was heard.");
        return latencies;
    }

    /** All lose their connection in a while, at the same moment, and come again at once. */
    void dropAllIn(Duration time) {
        opening = new CountDownLatch(listeners.size());
        vertx.setTimer(time.toMillis(), now -> loop.runOnContext(go -> dropAll()));
    }

    /** How long it takes until all of them are open again. */
    Duration reopening() {
        await(opening, "Not everybody came again.");
        return Duration.ofNanos(lastOpened - dropped);
    }

    /** How often somebody was told to come later. */
    int sentAway() {
        return listeners.stream().mapToInt(Listener::sentAway).sum();
    }

    private void dropAll() {
        dropped = System.nanoTime();
        listeners.forEach(Listener::drop);
    }

    private void opened() {
        lastOpened = System.nanoTime();
        opening.countDown();
    }

    private void heard(long tookNanos) {
        latencies.answered(tookNanos, true);
        unheard.countDown();
    }

    private static void await(CountDownLatch latch, String fault) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Fault(fault);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        listeners.forEach(Listener::stop);
        client.close();
        vertx.close();
    }
}
