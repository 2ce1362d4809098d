package club.panamia.benchmark.measure;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a server on this machine over kept-alive connections. Saturating: each connection asks again as soon as it is answered, which
 * is how CPU per request is measured. Steady: requests leave at their appointed times whether or not earlier ones are answered, and
 * waiting counts from that time, so that a stall is not hidden (open loop).
 */
public final class Load implements AutoCloseable {

    private static final int CONNECTIONS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;
    // Everything is asked on the one event loop: elsewhere an answer could have passed before anybody listens for its
    // body.
    private final Context loop = vertx.getOrCreateContext();
    private final int port;
    private final int connections;
    private final List<Call> calls;
    private final Duration patience;
    private final AtomicInteger next = new AtomicInteger();

    public Load(int port, List<Call> calls) {
        this(port, calls, CONNECTIONS, PATIENCE);
    }

    public Load(int port, List<Call> calls, int connections) {
        this(port, calls, connections, PATIENCE);
    }

    Load(int port, List<Call> calls, Duration patience) {
        this(port, calls, CONNECTIONS, patience);
    }

    private Load(int port, List<Call> calls, int connections, Duration patience) {
        this.port = port;
        this.calls = List.copyOf(calls);
        this.connections = connections;
        this.patience = patience;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setKeepAlive(true)
                .setPipelining(false));
    }

    public Latencies saturating(Duration time) {
        var latencies = new Latencies();
        var end = System.nanoTime() + time.toNanos();
        var running = new CountDownLatch(connections);
        for (var i = 0; i < connections; i++) {
            loop.runOnContext(go -> askUntil(end, latencies, running));
        }
        await(running, time, latencies);
        return latencies;
    }

    /** Each call once, as many at any time as there are connections. */
    public Latencies once() {
        var latencies = new Latencies();
        var unanswered = new CountDownLatch(calls.size());
        for (var i = 0; i < connections; i++) {
            loop.runOnContext(go -> askTheNext(latencies, unanswered));
        }
        await(unanswered, Duration.ofMinutes(1), latencies);
        return latencies;
    }

    private void askTheNext(Latencies latencies, CountDownLatch unanswered) {
        if (next.get() >= calls.size()) {
            return;
        }
        ask(System.nanoTime(), latencies, () -> {
            unanswered.countDown();
            askTheNext(latencies, unanswered);
        });
    }

    public Latencies steady(int perSecond, Duration time) {
        var latencies = new Latencies();
        var requests = (int) (perSecond * time.toSeconds());
        var unanswered = new CountDownLatch(requests);
        var start = System.nanoTime();
        for (var i = 0; i < requests; i++) {
            var appointed = start + i * (TimeUnit.SECONDS.toNanos(1) / perSecond);
            while (System.nanoTime() < appointed) {
                LockSupport.parkNanos(appointed - System.nanoTime());
            }
            loop.runOnContext(go -> ask(appointed, latencies, unanswered::countDown));
        }
        await(unanswered, time, latencies);
        return latencies;
    }

    private void askUntil(long end, Latencies latencies, CountDownLatch running) {
        if (System.nanoTime() >= end) {
            running.countDown();
            return;
        }
        ask(System.nanoTime(), latencies, () -> askUntil(end, latencies, running));
    }

    private void ask(long since, Latencies latencies, Runnable then) {
        var call = calls.get(Math.floorMod(next.getAndIncrement(), calls.size()));
        var options = new RequestOptions()
                .setMethod(call.json() == null ? HttpMethod.GET : HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(call.path());
        call.headers().forEach(options::putHeader);
        client.request(options)
                .compose(request -> call.json() == null ? request.send() : request.send(call.json()))
                .compose(answer -> answer.body().map(answer.statusCode()))
                .onComplete(answer -> {
                    latencies.answered(
                            System.nanoTime() - since, answer.succeeded() && answer.result() == call.expected());
                    then.run();
                });
    }

    /** A server that is asked for more than it can do must not end the measurement: who still waits then was not served. */
    private void await(CountDownLatch waiting, Duration time, Latencies latencies) {
        var whole = time.plus(patience);
        try {
            if (!waiting.await(whole.toMillis(), TimeUnit.MILLISECONDS)) {
                latencies.unserved(waiting.getCount(), whole.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        vertx.close();
    }
}
