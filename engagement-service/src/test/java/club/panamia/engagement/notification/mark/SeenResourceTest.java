package club.panamia.engagement.notification.mark;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import club.panamia.engagement.notification.Told;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SeenResourceTest {

    private final Seed seed = new Seed();
    private Person ana;
    private Person ben;
    private String first;
    private String second;
    private String third;

    @BeforeEach
    void threeOfMineAndOneOfBens() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        first = Told.follow(ben, ana, "2026-03-01T12:00:00.000001Z");
        second = Told.follow(ben, ana, "2026-03-01T12:00:00.000002Z");
        third = Told.follow(ben, ana, "2026-03-01T12:00:00.000003Z");
        Told.become(second, "context = 'mention'");
        Told.follow(ana, ben, "2026-03-01T12:00Z");
    }

    @Test
    void readsAllOfMineAndNothingElse() {
        as(ana).contentType("application/json")
                .body("{}")
                .post("/api/notifications/mark-all-read")
                .then()
                .statusCode(200)
                .body("markedCount", is(3));

        as(ana).contentType("application/json")
                .body("{}")
                .post("/api/notifications/mark-all-read")
                .then()
                .statusCode(200)
                .body("markedCount", is(0));
        as(ana).get("/api/notifications/unread-count").then().body("count", is(0));
        as(ben).get("/api/notifications/unread-count").then().body("count", is(1));
        assertThat(Told.miscounted()).isEmpty();
    }

    @Test
    void readsAllOfMineWithoutABodyAsOlderClientsAsk() throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/notifications/mark-all-read"))
                .header("Cookie", Callers.COOKIE + "=" + ana.sessionToken())
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"markedCount\":3}");
    }

    @Test
    void readsNothingWhereTheBodyIsNoJson() {
        as(ana).contentType("text/plain")
                .body("{}")
                .post("/api/notifications/mark-all-read")
                .then()
                .statusCode(415)
                .body("type", is("/problems/unsupported-media-type"));

        as(ana).get("/api/notifications/unread-count").then().body("count", is(3));
    }

    @Test
    void leavesUnreadWhatCameWhileILooked() {
        seen("{\"before\": \"2026-03-01T12:00:00.000002Z\"}").statusCode(200).body("markedCount", is(2));

        as(ana).get("/api/notifications?state=unread").then().body("items.id", containsInAnyOrder(third));
        assertThat(Told.miscounted()).isEmpty();
    }

    @Test
    void readsOneContext() {
        seen("{\"context\": \"mention\"}").statusCode(200).body("markedCount", is(1));

        as(ana).get("/api/notifications?state=unread").then().body("items.id", containsInAnyOrder(first, third));
        assertThat(Told.miscounted()).isEmpty();
    }

    @Test
    void readsTheOnesNamed() {
        seen("{\"ids\": [\"%s\", \"somebody-elses\"]}".formatted(first))
                .statusCode(200)
                .body("markedCount", is(1));

        as(ana).get("/api/notifications?state=unread").then().body("items.id", containsInAnyOrder(second, third));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"context\": \"weather\"} | context", "{\"ids\": []} | ids"})
    void refusesWhatItDoesNotKnow(String body, String path) {
        seen(body).statusCode(422).body("errors[0].path", is("/" + path));

        as(ana).get("/api/notifications/unread-count").then().body("count", is(3));
    }

    @Test
    void isForMembers() {
        anonymous()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/notifications/mark-all-read")
                .then()
                .statusCode(401);
    }

    private ValidatableResponse seen(String body) {
        return as(ana).contentType(ContentType.JSON)
                .body(body)
                .post("/api/notifications/mark-all-read")
                .then();
    }
}
