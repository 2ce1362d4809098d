package club.panamia.social;

import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody does anything for ever. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class LimitsTest {

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void holdForEachPersonInEverythingThatChangesSomething() {
        var ana = joined("Ana");
        var ben = joined("Ben");
        var anas = "/api/social/statuses/" + said(ana, "Hola", "public");
        var bens = "/api/social/statuses/" + said(ben, "Hola", "public");
        var everything = new LinkedHashMap<String, Function<RequestSpecification, Response>>();
        everything.put(
                "post", request -> request.body(Social.draft("Hola", "public")).post("/api/social/statuses"));
        everything.put(
                "edit", request -> request.body(Map.of("content", "Adiós")).put(bens));
        everything.put("like", request -> request.put(anas + "/like"));
        everything.put("boost", request -> request.put(anas + "/boost"));
        everything.put("bookmark", request -> request.put(anas + "/bookmark"));
        everything.put(
                "filter",
                request -> request.body(Map.of("phrase", "x", "contexts", List.of("home"), "action", "hide"))
                        .post("/api/social/filters"));
        everything.put("pin", request -> request.put(bens + "/pin"));
        everything.put("follow", request -> request.put("/api/social/actors/ana/follow"));
        everything.put("mute", request -> request.put("/api/social/mutes/ana"));
        everything.put(
                "report", request -> request.body(Map.of("reason", "spam")).put(anas + "/report"));
        everything.put("block", request -> request.put("/api/social/blocks/ana"));

        everything.forEach((what, how) -> assertThat(
                        how.apply(as(ben).contentType(ContentType.JSON)).statusCode())
                .as("%s at first", what)
                .isBetween(200, 204));
        sql.run("UPDATE internal.rate_limit SET used = 100000");

        everything.forEach((what, how) -> {
            var answer = how.apply(as(ben).contentType(ContentType.JSON));
            assertThat(answer.statusCode()).as("%s too often", what).isEqualTo(429);
            assertThat(answer.header("Retry-After")).as("%s again", what).matches("[0-9]+");
        });
    }

    @Test
    void holdForOnePersonOnly() {
        var ana = joined("Ana");
        var post = "/api/social/statuses/" + said(ana, "Hola", "public");
        sql.run("UPDATE internal.rate_limit SET used = 100000");

        as(ana).contentType(ContentType.JSON)
                .body(Social.draft("Hola", "public"))
                .post("/api/social/statuses")
                .then()
                .statusCode(429);
        assertThat(said(joined("Ben"), "Hola", "public")).isNotEmpty();
        as(joined("Cleo")).put(post + "/like").then().statusCode(204);
    }
}
