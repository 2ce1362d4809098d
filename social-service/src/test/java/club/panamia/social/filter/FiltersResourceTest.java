package club.panamia.social.filter;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The filters of one person, as they keep them. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class FiltersResourceTest {

    private static final String FILTERS = "/api/social/filters";

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Filters filters;

    private Person ana;

    @BeforeEach
    void somebody() {
        ana = joined("Ana");
    }

    @Test
    void areKeptChangedAndTakenAway() {
        var first = added(ana, Map.of("phrase", "  Fútbol \n de salón ", "contexts", List.of("home"), "action", "warn"))
                .statusCode(201)
                .body("phrase", is("Fútbol de salón"))
                .body("wholeWord", is(true))
                .body("expiresAt", nullValue())
                .extract();
        var id = first.jsonPath().getString("id");
        assertThat(first.header("Location")).isEqualTo(FILTERS + "/" + id);
        added(ana, Map.of("phrase", "x", "wholeWord", false, "contexts", List.of("thread", "public"), "action", "hide"))
                .statusCode(201);

        as(ana).contentType(ContentType.JSON)
                .body(Map.of("phrase", "tenis", "contexts", List.of("lists", "home"), "action", "hide"))
                .put(FILTERS + "/" + id)
                .then()
                .statusCode(200)
                .body("phrase", is("tenis"));
        list(ana).body("phrase", contains("x", "tenis")).body("[1].contexts", contains("home", "lists"));
        as(ana).delete(FILTERS + "/" + id).then().statusCode(204);
        as(ana).delete(FILTERS + "/" + id).then().statusCode(404).body("type", endsWith("/no-such-filter"));
        list(ana).body("phrase", contains("x"));
    }

    @Test
    void areNobodyElses() {
        var ben = joined("Ben");
        var id = added(ana, filter("x")).extract().jsonPath().getString("id");

        list(ben).body("", empty());
        as(ben).delete(FILTERS + "/" + id).then().statusCode(404);
        as(ben).contentType(ContentType.JSON)
                .body(filter("y"))
                .put(FILTERS + "/" + id)
                .then()
                .statusCode(404);
        list(ana).body("phrase", contains("x"));
        anonymous().get(FILTERS).then().statusCode(401);
        added(new Seed().person("Nil"), filter("x")).statusCode(403).body("type", endsWith("/not-taking-part"));
    }

    @Test
    void areRefusedWithTheirReason() {
        refused("phrase", "");
        refused("phrase", " ");
        refused("phrase", "x".repeat(101));
        refused("phrase", "\u0301");
        refused("contexts", List.of());
        refused("contexts", Collections.singletonList(null));
        refused("expiresAt", "2001-01-01T00:00:00Z");
        refused("expiresAt", "9999-01-01T00:00:00Z");
        refused("action", null);
        assertThat(sql.list(String.class, "SELECT id FROM internal.post_filter"))
                .isEmpty();
    }

    private void refused(String member, Object value) {
        var filter = new HashMap<>(filter("x"));
        filter.put(member, value);
        added(ana, filter).statusCode(422).body("errors[0].path", startsWith("/" + member));
    }

    @Test
    void areAHundredAtMostHoweverFastTheyCome() {
        sql.run(
                "INSERT INTO internal.post_filter (actor_id, phrase, whole_word, contexts, action)"
                        + " SELECT ?, 'x' || n, true, '{home}', 'hide' FROM generate_series(1, 97) n",
                actorId(ana));

        var answers =
                Race.of(6, i -> () -> added(ana, filter("y" + i)).extract().statusCode());

        assertThat(answers).containsOnly(201, 409);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(list(ana).extract().jsonPath().getList("id")).hasSize(100);
    }

    @Test
    void areAsGoodAsGoneWhenTheirTimeIsOverAndThenGo() {
        var over = added(ana, filter("x")).extract().jsonPath().getString("id");
        added(ana, filter("y"));
        sql.run("UPDATE internal.post_filter SET expires_at = now() - interval '1 second' WHERE id = ?", over);

        list(ana).body("phrase", contains("y"));
        as(ana).delete(FILTERS + "/" + over).then().statusCode(404);
        assertThat(filters.forget(100).await().atMost(Duration.ofSeconds(30))).isEqualTo(1);
        assertThat(sql.list(String.class, "SELECT phrase FROM internal.post_filter"))
                .containsExactly("y");
    }

    private static Map<String, Object> filter(String phrase) {
        return Map.of("phrase", phrase, "contexts", List.of("home"), "action", "hide");
    }

    private static ValidatableResponse added(Person person, Map<String, Object> filter) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(filter)
                .post(FILTERS)
                .then();
    }

    private static ValidatableResponse list(Person person) {
        return as(person).get(FILTERS).then().statusCode(200);
    }
}
