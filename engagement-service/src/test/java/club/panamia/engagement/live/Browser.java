package club.panamia.engagement.live;

import club.panamia.testing.http.Callers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Listens over real HTTP as a browser's EventSource does: it comes again by itself, when it was told to, and says what it heard last. */
final class Browser implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String url;
    private final String sessionToken;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> unread = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger sentAway = new AtomicInteger();
    private volatile Lines lines = new Lines();
    private volatile @Nullable String last;
    private volatile long retryMillis;
    private volatile boolean closed;

    Browser(String url, String sessionToken) {
        this.url = url;
        this.sessionToken = sessionToken;
        connect();
    }

    /** Ids of notifications, in the order in which they were heard. */
    List<String> told() {
        return told;
    }

    /** What the number on the bell was said to be, as JSON. */
    List<String> unread() {
        return unread;
    }

    /** How often a stream was opened. */
    int opened() {
        return opened.get();
    }

    /** How often it was told to come later. */
    int sentAway() {
        return sentAway.get();
    }

    /** Loses the connection and comes again at once. */
    void drop() {
        lines.cancel();
        connect();
    }

    @Override
    public void close() {
        closed = true;
        lines.cancel();
    }

    private void connect() {
        lines = new Lines();
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "text/event-stream")
                .header("Cookie", Callers.COOKIE + "=" + sessionToken);
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.fromLineSubscriber(lines));
    }

    private void comeAgain(Lines ended) {
        if (!closed && ended == lines) {
            CompletableFuture.delayedExecutor(retryMillis, TimeUnit.MILLISECONDS)
                    .execute(this::connect);
        }
    }

    /** One connection (HTML, section 9.2.6). */
    private final class Lines implements Flow.Subscriber<String> {

        private Flow.@Nullable Subscription subscription;
        private boolean cancelled;
        private String event = "";
        private String data = "";
        private String id = "";

        @Override
        public synchronized void onSubscribe(Flow.Subscription given) {
            subscription = given;
            if (cancelled) {
                given.cancel();
            } else {
                given.request(Long.MAX_VALUE);
            }
        }

        synchronized void cancel() {
            cancelled = true;
            if (subscription != null) {
                subscription.cancel();
            }
        }

        @Override
        public synchronized void onNext(String line) {
            if (cancelled) {
                return;
            }
            var value = line.substring(line.indexOf(':') + 1).strip();
            switch (line.substring(0, Math.max(0, line.indexOf(':')))) {
                case "id" -> id = value;
                case "event" -> event = value;
                case "data" -> data = value;
                case "retry" -> retryMillis = Long.parseLong(value);
                case "" -> comment(line, value);
                default -> data = "";
            }
        }

        private void comment(String line, String text) {
            if (line.isEmpty()) {
                dispatch();
            } else if (text.equals("welcome")) {
                opened.incrementAndGet();
            } else if (text.startsWith("many")) {
                sentAway.incrementAndGet();
            }
        }

        private void dispatch() {
            last = id.isEmpty() ? last : id;
            switch (event) {
                case "notification" -> told.add(id);
                case "unread" -> unread.add(data);
                default -> data = "";
            }
            event = "";
        }

        @Override
        public void onError(Throwable failure) {
            comeAgain(this);
        }

        @Override
        public void onComplete() {
            comeAgain(this);
        }
    }
}
