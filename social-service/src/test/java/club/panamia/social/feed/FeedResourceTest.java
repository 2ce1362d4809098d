package club.panamia.social.feed;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.answered;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static club.panamia.testing.http.Callers.PUBLIC_URL;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.social.Crowd;
import club.panamia.testing.database.Plan;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose feed is there, and which posts it holds. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class FeedResourceTest extends AnasFeed {

    @Inject
    Pool pool;

    @Test
    void holdsWhatSomebodyBeganThemselvesForEverybody() {
        var ben = joined("Ben");
        var shown = said(ana, "Hola", "public");
        for (var visibility : List.of("quiet", "local", "followers")) {
            said(ana, "Psst", visibility);
        }
        saidTo(ana, "Psst", ben);
        answered(ana, "And this", shown);
        var bens = said(ben, "Of Ben", "public");
        answered(ana, "An answer", bens);
        as(ana).put("/api/social/statuses/" + bens + "/boost").then().statusCode(204);

        assertThat(texts(xml(feed("ana")), "guid")).containsExactly(PUBLIC_URL + "/ap/statuses/" + shown);
        assertThat(texts(xml(as(ana).get("/api/social/actors/ana/feed")), "guid"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE social_statuses SET is_draft = true, published = NULL",
                "UPDATE social_statuses SET expires_at = now() - interval '1 second'",
                "UPDATE social_statuses SET in_reply_to_uri = 'https://elsewhere.example/1'",
                "DELETE FROM social_statuses",
            })
    void leavesOutTheRest(String change) {
        said(ana, "Hola", "public");
        var tag = feed("ana").header("ETag");
        sql.run(change);

        assertThat(texts(xml(known("ana", tag)), "guid")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE social_actors SET standing = 'suspended', decided_standing = 'suspended'",
                "UPDATE social_actors SET standing = 'limited', decided_standing = 'limited'",
                "UPDATE users SET locked_at = now()",
                "UPDATE profiles SET active = false",
                "UPDATE profiles SET social_eligible = false",
                "DELETE FROM social_actors",
                "UPDATE social_actors SET profile_id = NULL, fetched_at = now()",
            })
    void isNotThereOfWhoMayNotBeSeenByEverybody(String change) {
        said(ana, "Hola", "public");
        var tag = feed("ana").header("ETag");
        sql.run(change);

        known("ana", tag).then().statusCode(404).body("type", is("/problems/no-such-actor"));
        as(ana).get("/api/social/actors/ana/feed").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "ana@elsewhere.example", "%25", "a%27b", "%F0%9F%98%80"})
    void knowsNobodyElse(String username) {
        anonymous()
                .urlEncodingEnabled(false)
                .get("/api/social/actors/" + username + "/feed")
                .then()
                .statusCode(404);
    }

    @Test
    void isThereHoweverTheNameIsSpelled() {
        for (var name : List.of("Ana", "ANA", "ana@localhost", "@ana@LOCALHOST")) {
            assertThat(one(xml(feed(name)), ATOM, "link").getAttribute("href"))
                    .as(name)
                    .isEqualTo(ANAS);
        }
    }

    @Test
    void leadsFromAFormerNameToTheNameOfToday() {
        sql.run("UPDATE users SET screenname = 'Anita'");
        sql.run("UPDATE social_actors SET username = 'Anita'");

        feed("ana").then().statusCode(301).header("Location", PUBLIC_URL + "/api/social/actors/Anita/feed");
        feed("anita").then().statusCode(200);
        sql.run("UPDATE social_actors SET standing = 'limited', decided_standing = 'limited'");
        feed("ana").then().statusCode(404);
    }

    @Test
    void holdsTheNewestTwenty() {
        sql.run("""
                INSERT INTO social_statuses (id, uri, actor_id, visibility, content, published)
                SELECT 'post' || n, 'uri' || n, ?, 'public', 'Hola', '2026-05-01 10:00Z'::timestamptz + n / 2 * interval '1 day'
                  FROM generate_series(10, 40) n
                """, actorId(ana));

        assertThat(texts(xml(feed("ana")), "guid"))
                .isEqualTo(
                        IntStream.range(0, 20).mapToObj(n -> "uri" + (40 - n)).toList());
    }

    @Test
    void isNotSentAgainUntilItChanges() {
        said(ana, "Hola", "public");
        var tag = feed("ana").header("ETag");

        known("ana", tag).then().statusCode(304).header("ETag", tag).header("Cache-Control", "public, max-age=60");
        known("ana", "W/" + tag + ", \"x\"").then().statusCode(304);
        known("ana", "\"x\"").then().statusCode(200);
        for (var change : List.of(
                "UPDATE social_statuses SET content = '<p>Adiós</p>'",
                "UPDATE social_statuses SET content_warning = 'Food'",
                "UPDATE social_actors SET name = 'Anita'",
                "DELETE FROM social_statuses")) {
            sql.run(change);
            var next = known("ana", tag).then().statusCode(200).extract().header("ETag");
            assertThat(next).as(change).isNotEqualTo(tag);
            tag = next;
        }
    }

    @Test
    void readsIndexesOnly() {
        Crowd.with(sql);
        var values = Tuple.of("person-9@localhost", "localhost");

        for (var plan : List.of(Plan.of(pool, Feeds.NEWEST, values), Plan.forAnyValues(pool, Feeds.NEWEST, values))) {
            Crowd.assertUsesIndexes(plan, Feeds.NEWEST);
            assertThat(plan).doesNotContain("Seq Scan on social_attachments", "Seq Scan on screenname_history");
        }
    }
}
