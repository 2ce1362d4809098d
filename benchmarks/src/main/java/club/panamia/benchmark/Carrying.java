package club.panamia.benchmark;

import club.panamia.benchmark.stage.Stage;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Fault;
import club.panamia.dev.process.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What one person says is carried to many servers: how much longer that takes while one of them never answers. */
final class Carrying {

    static final int PAIRS = 5;

    private static final int WARM_UPS = 4;
    private static final int POSTS = 100;
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(5);

    /** A call is given up after ten seconds. */
    private static final Duration UNTIL_GIVEN_UP = Duration.ofSeconds(11);

    private static final String SPEAKER = """
            INSERT INTO users (id, email, email_verified, email_proven_at, screenname, name)
            VALUES ('speaker', 'speaker@example.org', now(), now(), 'speaker', 'Speaker');
            INSERT INTO sessions (session_token, user_id, expires, issued_by)
            VALUES ('session-of-the-speaker', 'speaker', now() + interval '1 day', 'pana_auth');
            INSERT INTO profiles (user_id, email, name, status, active, submitted_at, reviewed_at)
            VALUES ('speaker', 'speaker@example.org', 'Speaker', 'approved', true, now(), now())
            """;

    private static final String SAY = """
            WITH said AS (
              INSERT INTO internal.outgoing_activity (uri, actor_id, actor_uri, kind, body)
              SELECT a.uri || '/' || public.pana_id(), a.id, a.uri, 'whole', '{"type":"Create","content":"' || repeat('Twelve grapes. ', 60) || '"}'
                FROM social_actors a, generate_series(1, %d) WHERE a.username = 'speaker'
              RETURNING id, actor_id
            )
            INSERT INTO internal.delivery (activity_id, actor_id, host, inbox_url)
            SELECT s.id, s.actor_id, h, 'http://' || h || '/inbox' FROM said s, unnest(CAST(? AS text[])) h
            """.formatted(POSTS);

    private static final String FORGET = """
            DELETE FROM internal.outgoing_activity;
            DELETE FROM internal.peer
            """;

    private final Stage stage;
    private final Neighbourhood servers;

    Carrying(Stage stage, Neighbourhood servers) {
        this.stage = stage;
        this.servers = servers;
    }

    static void seed(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SPEAKER);
        }
    }

    /** By how much longer it takes with the silent server among them, in per cent; of the medians. */
    double delay() throws SQLException {
        takePart();
        for (var before = 0; before < WARM_UPS; before++) {
            round(servers.answering());
        }
        var alone = new ArrayList<Long>();
        var beside = new ArrayList<Long>();
        for (var pair = 0; pair < PAIRS; pair++) {
            alone.add(round(servers.answering()));
            beside.add(round(servers.all()));
            Waiting.sleep(UNTIL_GIVEN_UP);
        }
        return 100.0 * (median(beside) - median(alone)) / median(alone);
    }

    private void takePart() {
        try (var http = HttpClient.newHttpClient()) {
            var uri = "http://127.0.0.1:%d/api/social/actors/me".formatted(stage.port(SuiteService.SOCIAL));
            var wish = HttpRequest.newBuilder(URI.create(uri))
                    .header("Cookie", "authjs.session-token=session-of-the-speaker")
                    .header("Origin", stage.publicUrl())
                    .PUT(BodyPublishers.noBody())
                    .build();
            var answer = http.send(wish, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new Fault("The speaker cannot take part: " + answer.body());
            }
        } catch (IOException e) {
            throw new Fault("social-service does not answer: %s".formatted(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** From the first that arrives to the last at one that answers, in nanoseconds. */
    private long round(List<String> hosts) throws SQLException {
        servers.expect(POSTS * servers.answering().size());
        say(hosts);
        if (!Waiting.until(PATIENCE, PAUSE, servers::haveAll)) {
            throw new Fault("Not all arrived.", stage.log(SuiteService.SOCIAL.module()));
        }
        try (var connection = stage.connect();
                var statement = connection.createStatement()) {
            statement.execute(FORGET);
        }
        return servers.taken();
    }

    private void say(List<String> hosts) throws SQLException {
        try (var connection = stage.connect();
                var statement = connection.prepareStatement(SAY)) {
            statement.setArray(1, connection.createArrayOf("text", hosts.toArray()));
            statement.execute();
        }
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
