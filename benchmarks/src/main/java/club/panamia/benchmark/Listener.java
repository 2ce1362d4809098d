package club.panamia.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One person's stream; it comes again by itself when it was told to, and says what it heard last. Lives on one event loop. It reads
 * lines, of which it knows those of an event stream and leaves out those of HTTP: a whole HTTP client for each of thousands would
 * take the processors that the service needs.
 */
final class Listener {

    /** Not always where a line begins: what an answer before it said may not have ended with a line. */
    private static final String STATUS = "HTTP/1.1 ";

    private final Vertx vertx;
    private final NetClient client;
    private final int port;
    private final Source source;
    private final int person;
    private final Runnable opened;
    private final LongConsumer heard;
    private final Queue<Long> recorded = new ConcurrentLinkedQueue<>();
    private @Nullable NetSocket connection;
    private @Nullable String last;
    private String event = "";
    private boolean away;
    private long retryMillis = 1_000;
    private volatile int sentAway;
    private volatile boolean stopped;

    Listener(Vertx vertx, NetClient client, int port, Source source, int person, Runnable opened, LongConsumer heard) {
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
        client.connect(port, "127.0.0.1").onSuccess(this::listen).onFailure(failure -> later(this::connect));
    }

    /** Loses the connection, and connects at once. */
    void drop() {
        var lost = connection;
        connection = null;
        if (lost != null) {
            lost.close();
        }
        connect();
    }

    private void listen(NetSocket socket) {
        connection = socket;
        socket.handler(RecordParser.newDelimited("\n", line -> hear(line)));
        socket.closeHandler(end -> lose(socket));
        ask(socket);
    }

    private void ask(NetSocket socket) {
        socket.write("GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: authjs.session-token=%s\r\n%s\r\n"
                .formatted(
                        source.path(),
                        port,
                        People.sessionToken(person),
                        last == null ? "" : "Last-Event-ID: %s\r\n".formatted(last)));
    }

    /** Also where the connection that is lost is not the one of now. */
    private void lose(NetSocket socket) {
        if (connection == socket) {
            connection = null;
            later(this::connect);
        }
    }

    private void later(Runnable action) {
        if (!stopped) {
            vertx.setTimer(retryMillis, now -> action.run());
        }
    }

    private void askLater(@Nullable NetSocket socket) {
        later(() -> {
            if (socket != null && socket == connection) {
                ask(socket);
            }
        });
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
            away = true;
        } else if (line.contains(STATUS)) {
            away = !line.contains(STATUS + "200");
        } else if (line.isEmpty()) {
            end();
        }
    }

    /** Of an event, or of something between two. */
    private void end() {
        var since = event.equals(source.event()) ? recorded.poll() : null;
        event = "";
        if (since != null) {
            heard.accept(System.nanoTime() - since);
        }
        if (away) {
            away = false;
            askLater(connection);
        }
    }
}
