package club.panamia.kernel.idempotency;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.house.Calls;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class IdempotentTest {

    private static final String HOLA = "{\"name\": \"hola\", \"stamps\": {\"a\": \"1\", \"b\": \"2\"}}";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    IdempotencyKeys keys;

    @Test
    void hasItsEffectOnceAndAnswersTheSameAgain() {
        var ana = as(seed.person("Ana"));

        var first = post(ana, "key-1", HOLA);
        var second = post(ana, "key-1", HOLA);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .contains("/letters/all/p");
        assertThat(second.contentType()).isEqualTo(first.contentType()).startsWith("application/json");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void answersTheSameAgainWithoutABody() {
        var ana = as(seed.person("Ana"));

        post(ana, "key-1", "{\"name\": \"nothing\"}").then().statusCode(204);
        post(ana, "key-1", "{\"name\": \"nothing\"}").then().statusCode(204).header("Idempotency-Replayed", "true");

        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void justRunsWithoutAKey() {
        var ana = as(seed.person("Ana"));

        ana.contentType(ContentType.JSON).body(HOLA).post("/letters/one").then().statusCode(201);
        ana.contentType(ContentType.JSON).body(HOLA).post("/letters/one").then().statusCode(201);

        assertThat(letters()).isEqualTo(2);
        assertThat(kept()).isZero();
    }

    @Test
    void refusesTheKeyWithAnotherBody() {
        var ana = as(seed.person("Ana"));
        post(ana, "key-1", HOLA);

        post(ana, "key-1", "{\"name\": \"adios\"}")
                .then()
                .statusCode(422)
                .body("type", is("/problems/idempotency-key-reused"));

        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void takesTheSameBodyInOtherWordsAsTheSame() {
        var ana = as(seed.person("Ana"));
        post(ana, "key-1", HOLA);

        post(ana, "key-1", "{ \"stamps\": {\"b\": \"2\",   \"a\": \"1\"}, \"name\": \"hola\" }")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void keepsActorsAndPathsApart() {
        var ana = as(seed.person("Ana"));

        post(ana, "key-1", HOLA).then().statusCode(201);
        post(as(seed.person("Ben")), "key-1", HOLA).then().statusCode(201);
        post(anonymous(), "key-1", HOLA).then().statusCode(201);
        send(ana, "key-1", HOLA, "/letters/two").then().statusCode(201);

        assertThat(letters()).isEqualTo(4);
    }

    @Test
    void leavesNoTraceOfACallThatFailed() {
        var ana = as(seed.person("Ana"));

        post(ana, "key-1", "{\"name\": \"refused\"}").then().statusCode(409);
        post(ana, "key-1", "{\"name\": \"\"}").then().statusCode(422);
        assertThat(kept()).isZero();

        post(ana, "key-1", HOLA).then().statusCode(201);
        assertThat(letters()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "clé", ""})
    void refusesAKeyThatIsNotVisibleAscii(String key) {
        refuses(key);
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        refuses("k".repeat(256));
    }

    @Test
    void takesTheLongestKey() {
        post(as(seed.person("Ana")), "k".repeat(255), HOLA).then().statusCode(201);
    }

    @Test
    void sendsTheSecondAwayWhileTheFirstRuns() throws Exception {
        LetterResource.go = new CompletableFuture<>();
        LetterResource.begun = new CompletableFuture<>();
        var person = seed.person("Ana");
        var slow = "{\"name\": \"slow\"}";

        var first = CompletableFuture.supplyAsync(() -> post(as(person), "key-1", slow));
        try {
            LetterResource.begun.get(30, TimeUnit.SECONDS);
            post(as(person), "key-1", slow)
                    .then()
                    .statusCode(409)
                    .header("Retry-After", "1")
                    .body("type", is("/problems/request-still-running"));
        } finally {
            LetterResource.go.complete(null);
        }

        assertThat(first.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        post(as(person), "key-1", slow).then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void forgetsAfterADay() {
        var ana = as(seed.person("Ana"));
        post(ana, "key-1", HOLA);
        post(ana, "key-2", HOLA);
        sql.run("UPDATE internal.idempotency_key SET created_at = now() - interval '25 hours'");

        post(ana, "key-1", HOLA).then().statusCode(201).header("Idempotency-Replayed", is((String) null));
        assertThat(letters()).isEqualTo(3);

        assertThat(Calls.await(keys::purge)).isEqualTo(1);
        assertThat(kept()).isEqualTo(1);
    }

    private void refuses(String key) {
        post(as(seed.person("Ana")), key, HOLA)
                .then()
                .statusCode(400)
                .body("type", is("/problems/bad-idempotency-key"));
        assertThat(letters()).isZero();
    }

    private static Response post(RequestSpecification caller, String key, String body) {
        return send(caller, key, body, "/letters/one");
    }

    private static Response send(RequestSpecification caller, String key, String body, String path) {
        return RestAssured.given()
                .spec(caller)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }

    private long letters() {
        return sql.one(Long.class, "SELECT count(*) FROM contact_submissions");
    }

    private long kept() {
        return sql.one(Long.class, "SELECT count(*) FROM internal.idempotency_key");
    }
}
