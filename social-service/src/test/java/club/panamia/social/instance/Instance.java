package club.panamia.social.instance;

import static club.panamia.testing.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.http.FreePort;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server of ours as it is deployed: the packaged service in a process of its own, with a database and an address of its own.
 * auth-service, which it asks nothing, is played by rows.
 */
final class Instance implements AutoCloseable {

    private static final Path APP = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path FOLDER = Path.of("target", "instances");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> NOT_INHERITED = List.of("POSTGRES_", "PANA_", "QUARKUS_", "JDK_JAVA_OPTIONS");

    private final String name;
    private final int port = FreePort.find();
    private final TestDatabase database = TestDatabase.another();
    private final Seed seed = new Seed(database);
    private final String secret = secret();
    private final HttpClient health = HttpClient.newHttpClient();
    private Process process;

    Instance(String name) {
        this.name = name;
    }

    private static String secret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Returns at once. */
    Instance start() {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                APP.toString());
        builder.environment()
                .keySet()
                .removeIf(variable -> NOT_INHERITED.stream().anyMatch(variable::startsWith));
        builder.environment().putAll(settings());
        try {
            Files.createDirectories(FOLDER);
            var log = FOLDER.resolve(name + ".log").toFile();
            process = builder.redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("POSTGRES_URL", database.as("pana_social").text()),
                Map.entry("HOST", "127.0.0.1"),
                Map.entry("PORT", Integer.toString(port)),
                Map.entry("PUBLIC_URL", url()),
                Map.entry("JWKS_URL", url() + "/.well-known/jwks.json"),
                Map.entry("AUTH_SECRET", secret),
                Map.entry("PANA_ENCRYPTION_KEYS", "k1:" + secret),
                Map.entry("MEDIA_FOLDER", FOLDER.resolve(name).toString()),
                Map.entry("SHUTDOWN_TIMEOUT", "5s"),
                // Its neighbours are on this machine.
                Map.entry("PANA_GUARDED_HTTP_ALLOW_HTTP", "true"),
                Map.entry("PANA_GUARDED_HTTP_ALLOW_LOOPBACK", "true"));
    }

    Instance mustBecomeReady() {
        eventually(name + " is ready", SOON, () -> !process.isAlive() || isReady());
        assertThat(process.isAlive())
                .as("see target/instances/" + name + ".log")
                .isTrue();
        return this;
    }

    private boolean isReady() {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port)))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return health.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** As a machine dies: in the midst of whatever it is at. */
    void kill() {
        process.destroyForcibly();
        mustEnd();
    }

    /** In its own time. */
    void stop() {
        process.destroy();
        mustEnd();
    }

    @Override
    public void close() {
        stop();
        health.close();
    }

    private void mustEnd() {
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    String handle(String screenname) {
        return screenname + "@localhost:" + port;
    }

    Sql sql() {
        return database.sql();
    }

    /** Statements of a superuser, who sees what other sessions do. */
    Sql admin() {
        return new Sql(database.asAdmin(), null);
    }

    /** Nobody waits for what a process had taken that is dead. */
    void endLoans() {
        for (var table : List.of("inbox_activity", "delivery", "wanted_post")) {
            sql().run("UPDATE internal.%s SET due_at = now()".formatted(table));
        }
        sql().run("UPDATE internal.peer SET closed_until = NULL");
    }

    /** Somebody of this server who takes part. */
    Person member(String screenname) {
        var person = seed.person(screenname);
        seed.approvedProfile(person);
        as(person).put("/api/social/actors/me").then().statusCode(200);
        return person;
    }

    String uri(Person person) {
        return sql().one(String.class, """
                        SELECT a.uri FROM social_actors a JOIN profiles p ON p.id = a.profile_id WHERE p.user_id = ?""", person.id());
    }

    /** A browser in which they are signed in, on a page of this server. */
    RequestSpecification as(Person person) {
        return given().baseUri(url())
                .cookie(Callers.COOKIE, person.sessionToken())
                .header("Origin", url());
    }

    /** As content-service does it. */
    void publishes(Person author, String slug) {
        sql().run(
                        "INSERT INTO internal.event (type, payload) VALUES ('content.article.published', jsonb_build_object('articleId', CAST(? AS text)))",
                        seed.publishedArticle(author, slug));
    }

    /** As auth-service does it, which the suite's own smoke journey shows. */
    void rename(Person person, String screenname) {
        sql().run("""
                        WITH renamed AS (UPDATE users SET screenname = ? WHERE id = ? RETURNING id)
                        INSERT INTO internal.event (type, payload)
                        SELECT 'auth.screenname.changed', jsonb_build_object('userId', id) FROM renamed""", screenname, person.id());
    }
}
