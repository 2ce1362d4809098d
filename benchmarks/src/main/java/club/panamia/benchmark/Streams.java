package club.panamia.benchmark;

import club.panamia.benchmark.measure.Latencies;
import club.panamia.benchmark.stage.Stage;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Fault;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** People who listen to what they are told; each hears of their events in the order in which these were recorded. */
final class Streams implements AutoCloseable {

    private static final String TOLD = "event:notification";
    private static final int OK = 200;
    private static final int PATIENCE_SECONDS = 30;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private final HttpClient client;
    private final Queue<Long>[] recorded;
    private final CountDownLatch open;
    private final CountDownLatch unheard;
    private final Latencies latencies = new Latencies();

    @SuppressWarnings({"unchecked", "rawtypes"})
    Streams(int people, int events) {
        client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(people));
        recorded = IntStream.range(0, people)
                .mapToObj(i -> new ConcurrentLinkedQueue<>())
                .toArray(Queue[]::new);
        open = new CountDownLatch(people);
        unheard = new CountDownLatch(events);
    }

    /** Opens them all. */
    void listen(Stage stage) {
        IntStream.range(0, recorded.length).forEach(person -> loop.runOnContext(go -> listen(stage, person)));
        await(open, "Not everybody could listen.");
    }

    /** An event of a person is about to be recorded. */
    void records(int person) {
        recorded[person].add(System.nanoTime());
    }

    /** How long each event took until it was heard. */
    Latencies heard() {
        await(unheard, "Not everything was heard.");
        return latencies;
    }

    private void listen(Stage stage, int person) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("127.0.0.1")
                .setPort(stage.port(SuiteService.ENGAGEMENT))
                .setURI("/api/notifications/stream")
                .putHeader("Cookie", "authjs.session-token=" + People.sessionToken(person));
        client.request(options).compose(request -> request.send()).onSuccess(answer -> read(answer, person));
    }

    private void read(HttpClientResponse answer, int person) {
        if (answer.statusCode() == OK) {
            answer.handler(RecordParser.newDelimited("\n", line -> hear(line, person)));
            open.countDown();
        }
    }

    private void hear(Buffer line, int person) {
        var since = line.toString().strip().equals(TOLD) ? recorded[person].poll() : null;
        if (since != null) {
            latencies.answered(System.nanoTime() - since, true);
            unheard.countDown();
        }
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
        client.close();
        vertx.close();
    }
}
