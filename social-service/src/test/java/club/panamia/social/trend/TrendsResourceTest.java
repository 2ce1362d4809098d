package club.panamia.social.trend;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.answered;
import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import club.panamia.social.Crowd;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What trends. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class TrendsResourceTest {

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Reckoning reckoning;

    @Inject
    Pool pool;

    private Person ana;
    private List<Person> three;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        three = List.of(joined("Ben"), joined("Cleo"), joined("Dora"));
    }

    @Test
    void areTagsThatThreePeopleUse() {
        three.forEach(person -> said(person, "Hola #Feria #feria #FERIA", "public"));
        said(ana, "Hola #feria", "public");
        for (var n = 0; n < 5; n++) {
            said(ana, "Hola #sola", "public");
        }
        three.forEach(person -> said(person, "Hola #quieta", "quiet"));
        three.forEach(person -> said(person, "Hola #baile", "public"));
        said(three.getFirst(), "Hola #pareja", "public");
        said(three.getLast(), "Hola #pareja", "public");
        tags().body("", empty());

        reckon();

        tags().body("name", contains("feria", "baile"))
                .body("people", contains(4, 3))
                .body("posts", contains(4, 3));
    }

    @Test
    void arePostsThatThreePeopleLikeOrHandOn() {
        var liked = said(ana, "Hola", "public");
        three.forEach(person -> like(person, liked));
        like(ana, liked);
        var mixed = said(ana, "Hola", "public");
        like(three.get(0), mixed);
        boost(three.get(0), mixed);
        boost(three.get(1), mixed);
        like(ana, mixed);
        var handedOn = said(ana, "Hola", "public");
        three.forEach(person -> boost(person, handedOn));
        like(joined("Eva"), handedOn);
        var quiet = said(ana, "Hola", "quiet");
        var answer = answered(ana, "Hola", liked);
        var warned = said(ana, "Hola", "public");
        sql.run("UPDATE social_statuses SET content_warning = 'Ojo' WHERE id = ?", warned);
        for (var post : List.of(quiet, answer, warned)) {
            three.forEach(person -> like(person, post));
        }
        reckon();

        statuses(anonymous()).body("id", contains(handedOn, liked));
        as(three.getFirst())
                .delete("/api/social/statuses/" + liked + "/like")
                .then()
                .statusCode(204);
        statuses(anonymous()).body("id", contains(handedOn, liked));
        reckon();
        statuses(anonymous()).body("id", contains(handedOn));
    }

    @Test
    void areForNobodyWhoMayNotOrDoesNotWantToSeeThem() {
        var post = said(ana, "Fútbol", "public");
        three.forEach(person -> like(person, post));
        reckon();
        var blocked = joined("Bruno");
        blocks(ana, blocked);
        var weary = joined("Wanda");
        sql.run(
                "INSERT INTO internal.post_filter (actor_id, phrase, whole_word, contexts, action)"
                        + " VALUES (?, 'futbol', true, '{public}', 'hide')",
                actorId(weary));

        statuses(as(three.getFirst())).body("id", contains(post));
        statuses(as(blocked)).body("", empty());
        statuses(as(weary)).body("", empty());
        for (var change : List.of(
                "UPDATE social_actors SET standing = 'limited' WHERE id = ?",
                "UPDATE social_statuses SET visibility = 'followers' WHERE actor_id = ?",
                "DELETE FROM social_statuses WHERE actor_id = ?")) {
            statuses(anonymous()).body("id", contains(post));
            sql.run(change, actorId(ana));
            statuses(anonymous()).body("", empty());
            sql.run("UPDATE social_actors SET standing = 'good'");
            sql.run("UPDATE social_statuses SET visibility = 'public'");
        }
    }

    @Test
    void countOnlyWhoIsInGoodStandingAndOfAnotherServerAllAsOne() {
        sql.run("""
                INSERT INTO social_actors (id, username, domain, uri, inbox_url, outbox_url, followers_url, following_url, public_key, fetched_at)
                SELECT 'r' || n, 'r' || n, CASE WHEN n < 8 THEN 'a' ELSE 'b' || n END || '.example', 'https://a.example/' || n,
                       'i', 'o', 'f', 'g', 'k', now()
                  FROM generate_series(1, 10) n""");
        var post = said(ana, "Hola #feria", "public");
        like(three.getFirst(), post);
        for (var n = 1; n < 8; n++) {
            foreign("r" + n, post);
        }
        reckon();
        statuses(anonymous()).body("", empty());
        tags().body("", empty());

        foreign("r8", post);
        reckon();
        statuses(anonymous()).body("id", contains(post));
        tags().body("name", contains("feria"));

        sql.run("UPDATE social_actors SET standing = 'limited' WHERE id = 'r8'");
        reckon();
        statuses(anonymous()).body("", empty());
        tags().body("", empty());
    }

    /** They like it, and use the hashtag. */
    private void foreign(String actor, String post) {
        sql.run("INSERT INTO social_likes (actor_id, status_id) VALUES (?, ?)", actor, post);
        sql.run("""
                WITH s AS (INSERT INTO social_statuses (uri, actor_id, visibility, content, published, is_remote)
                           VALUES ('https://a.example/notes/' || ?, ?, 'public', '', now(), true) RETURNING id)
                INSERT INTO social_tags (status_id, type, name) SELECT id, 'Hashtag', '#Feria' FROM s""", actor, actor);
    }

    @Test
    void ofPeopleElsewhereAreThosePostsThatMayBeFound() {
        var post = sql.one(String.class, """
                WITH a AS (INSERT INTO social_actors (username, domain, uri, inbox_url, outbox_url, followers_url, following_url, public_key,
                                                      fetched_at)
                           VALUES ('zoe', 'a.example', 'https://a.example/zoe', 'i', 'o', 'f', 'g', 'k', now()) RETURNING id)
                INSERT INTO social_statuses (uri, actor_id, visibility, content, published, is_remote)
                SELECT 'https://a.example/1', id, 'public', '', now(), true FROM a RETURNING id""");
        three.forEach(person -> like(person, post));
        reckon();
        statuses(anonymous()).body("", empty());

        sql.run("UPDATE social_actors SET indexable = true WHERE username = 'zoe'");
        reckon();
        statuses(anonymous()).body("id", contains(post));
    }

    @Test
    void passAfterThreeDays() {
        var post = said(ana, "Hola #feria", "public");
        three.forEach(person -> like(person, post));
        three.forEach(person -> said(person, "Hola #feria", "public"));
        reckon();
        tags().body("name", contains("feria"));

        sql.run(
                "UPDATE social_statuses SET created_at = now() - interval '73 hours', published = now() - interval '73 hours'");
        reckon();

        tags().body("", empty());
        statuses(anonymous()).body("", empty());
    }

    @Test
    void areBoundedAndReadByIndexes() {
        var reader = Crowd.with(sql);
        sql.run("""
                INSERT INTO social_likes (actor_id, status_id)
                SELECT a.id, s.id FROM (SELECT id, actor_id FROM social_statuses WHERE visibility = 'public' AND NOT is_remote
                                           AND published > now() - interval '70 hours' LIMIT 150) s,
                       (SELECT id FROM social_actors WHERE profile_id IS NOT NULL LIMIT 5) a""");

        reckon();

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.trend_status"))
                .isEqualTo(100);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.trend_tag"))
                .isEqualTo(50);
        assertThat(statuses(as(ana)).extract().jsonPath().getList("id")).hasSize(20);
        assertThat(tags().extract().jsonPath().getList("name")).hasSize(20);
        sql.run("ANALYZE internal.trend_status");
        Crowd.assertUsesIndexes(Plan.of(pool, Trends.STATUSES, Trends.values(reader)), Trends.STATUSES);
    }

    private void reckon() {
        reckoning.anew().await().atMost(Duration.ofSeconds(60));
    }

    private static void like(Person person, String post) {
        as(person).put("/api/social/statuses/" + post + "/like").then().statusCode(204);
    }

    private static void boost(Person person, String post) {
        as(person).put("/api/social/statuses/" + post + "/boost").then().statusCode(204);
    }

    private static ValidatableResponse tags() {
        return anonymous().get("/api/social/trends/tags").then().statusCode(200);
    }

    private static ValidatableResponse statuses(RequestSpecification reader) {
        return reader.get("/api/social/trends/statuses").then().statusCode(200);
    }
}
