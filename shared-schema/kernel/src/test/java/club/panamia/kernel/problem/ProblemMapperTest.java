package club.panamia.kernel.problem;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProblemMapperTest {

    private final Seed seed = new Seed();

    @Test
    void namesEveryFaultOfTheBodyWithItsPath() {
        var response =
                send("{\"name\": \"far too long a name\", \"sender\": {\"email\": \"\", \"tags\": [\"a\", \"\"]}}");

        problem(response, 422, "invalid-input")
                .body("errors.path", contains("/name", "/sender/email", "/sender/tags/1"))
                .body("errors.message", org.hamcrest.Matchers.everyItem(notNullValue()));
    }

    @Test
    void namesAnUnknownKey() {
        problem(send("{\"name\": \"xyz\", \"sender\": {\"mail\": \"a@b.c\"}}"), 422, "invalid-input")
                .body("errors", contains(hasEntry(equalTo("path"), equalTo("/sender/mail"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{", "[]", "'\"text\"'", "{\"name\": {}}", "{\"name\": \"a\", \"sender\": 7}", "null", "''"})
    void refusesWhatItCannotRead(String body) {
        var response = send(body);

        assertThat(response.extract().statusCode()).isIn(400, 422);
        assertThat(response.extract().contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void tellsWhoWasOvertakenInsteadOfOverwriting() {
        var sql = TestDatabase.get().sql();
        var id = sql.one(
                String.class,
                "INSERT INTO contact_submissions (name, email) VALUES ('first', 'a@example.org') RETURNING id");

        problem(anonymous().put("/parcels/" + id + "/overtaken").then(), 409, "conflict");

        assertThat(sql.one(String.class, "SELECT name FROM contact_submissions WHERE id = ?", id))
                .isEqualTo("theirs");
    }

    @Test
    void refusesTextThatCannotBeStored() {
        problem(send("{\"name\": \"a\\u0000b\", \"sender\": {\"email\": \"a@b.c\"}}"), 400, "malformed-request");
    }

    @Test
    void answersWhatTheFrameworkRefusesInTheSameForm() {
        problem(anonymous().get("/nowhere").then(), 404, "not-found");
        problem(anonymous().get("/parcels/nowhere").then(), 404, "not-found");
        problem(anonymous().delete("/parcels").then(), 405, "method-not-allowed");
        problem(
                as(seed.person("Ana"))
                        .contentType("text/plain")
                        .body("x")
                        .post("/parcels")
                        .then(),
                415,
                "unsupported-media-type");
        problem(anonymous().get("/parcels?limit=many").then(), 404, "not-found");
    }

    @Test
    void showsNothingOfItsInside() {
        problem(anonymous().get("/parcels/broken").then(), 500, "internal-error")
                .body("detail", is("It has been noted under this request's id."))
                .body("requestId", notNullValue());
        problem(anonymous().put("/parcels/refusal/ours").then(), 500, "internal-error");
    }

    @Test
    void saysWhenItIsWorthAnotherTry() {
        problem(anonymous().get("/parcels/refused").then(), 429, "too-many-requests")
                .header("Retry-After", "1")
                .body("limit", is(5));
    }

    @ParameterizedTest
    @CsvSource({"taken,409,taken", "check,422,invalid-input", "late,503,unavailable"})
    void translatesWhatTheDatabaseRefuses(String kind, int status, String slug) {
        problem(anonymous().put("/parcels/refusal/" + kind).then(), status, slug);
    }

    @Test
    void tiesTheAnswerToTheCallersTrace() {
        anonymous()
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/parcels/refused")
                .then()
                .header("X-Request-Id", "4bf92f3577b34da6a3ce929d0e0e4736")
                .body("requestId", is("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    private ValidatableResponse send(String body) {
        return as(seed.person("Ana"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/parcels")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("/problems/" + slug))
                .body("status", is(status))
                .body("title", notNullValue());
    }
}
