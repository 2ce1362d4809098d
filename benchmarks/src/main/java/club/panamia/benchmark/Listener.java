package club.panamia.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One person's stream; it comes again by itself when it was told to, and says what it heard last. Lives on one event loop. */
final class Listener {

    private static final int OK = 200;

    private final Vertx vertx;
    private final HttpClient client;
    private final int port;
    private final Source source;
    private final int person;
    private final Runnable opened;
    private final LongConsumer heard;
    private final Queue<Long> recorded = new ConcurrentLinkedQueue<>();
    private @Nullable HttpClientResponse stream;
    private @Nullable String last;
    private String event = "";
    private long retryMillis = 1_000;
    private volatile int sentAway;
    private volatile boolean stopped;

    Listener(Vertx vertx, HttpClient client, int port, Source source, int person, Runnable opened, LongConsumer heard) {
        this.vertx = vertx;
        this.client = client;
        this.port = port;
        this.source = source;
        this.person = person;
        this.opened = opened;
        this.heard = heard;
    }

    void records() {
        recorded.add(System.nanoTime());
    }

    int sentAway() {
        return sentAway;
    }

    void stop() {
        stopped = true;
    }

    void connect() {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(source.path())
                .putHeader("Cookie", "authjs.session-token=" + People.sessionToken(person));
        if (last != null) {
            options.putHeader("Last-Event-ID", last);
        }
        client.request(options)
                .compose(request -> request.send())
                .onSuccess(this::read)
                .onFailure(failure -> comeAgain());
    }

    /** Loses the connection, and connects at once. */
    void drop() {
        var lost = stream;
        stream = null;
        if (lost != null) {
            lost.request().connection().close();
        }
        connect();
    }

    private void read(HttpClientResponse answer) {
        if (answer.statusCode() != OK) {
            comeAgain();
            return;
        }
        stream = answer;
        answer.handler(RecordParser.newDelimited("\n", line -> hear(line)));
        answer.endHandler(end -> lose(answer));
        answer.exceptionHandler(failure -> lose(answer));
    }

    /** Also where the connection that is lost is not the one of now. */
    private void lose(HttpClientResponse answer) {
        if (stream == answer) {
            stream = null;
            comeAgain();
        }
    }

    private void comeAgain() {
        if (!stopped) {
            vertx.setTimer(retryMillis, now -> connect());
        }
    }

    private void hear(Buffer line) {
        var text = line.toString().strip();
        var colon = text.indexOf(':');
        var value = text.substring(colon + 1).strip();
        switch (colon < 0 ? "" : text.substring(0, colon)) {
            case "id" -> last = value;
            case "event" -> event = value;
            case "retry" -> retryMillis = Long.parseLong(value);
            default -> said(text, value);
        }
    }

    private void said(String line, String text) {
        if (text.equals(source.hello())) {
            opened.run();
        } else if (line.startsWith(":") && text.startsWith("many")) {
            sentAway++;
        } else if (line.isEmpty()) {
            var since = event.equals(source.event()) ? recorded.poll() : null;
            event = "";
            if (since != null) {
                heard.accept(System.nanoTime() - since);
            }
        }
    }
}
