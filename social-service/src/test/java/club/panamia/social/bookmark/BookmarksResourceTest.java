package club.panamia.social.bookmark;

import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.page.PageQuery;
import club.panamia.social.Crowd;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Posts that somebody keeps for themselves. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class BookmarksResourceTest {

    private static final String BOOKMARKS = "/api/social/bookmarks";

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    private Person ana;
    private Person zoe;

    @BeforeEach
    void somebodyWhoSpeaksAndSomebodyWhoReads() {
        ana = joined("Ana");
        zoe = joined("Zoe");
    }

    @Test
    void areKeptForOneselfTheLastFirst() {
        var first = said(ana, "One", "public");
        var second = said(ana, "Two", "local");
        keep(zoe, second).statusCode(204);
        keep(zoe, first).statusCode(204);
        keep(zoe, second).statusCode(204);

        kept(zoe).body("items.id", contains(first, second));
        kept(ana).body("items", empty());

        as(zoe).delete(path(second)).then().statusCode(204);
        as(zoe).delete(path(second)).then().statusCode(204);
        kept(zoe).body("items.id", contains(first));
    }

    @Test
    void areKeptOnceHoweverFastOneClicks() {
        var post = said(ana, "One", "public");

        var answers = Race.of(6, i -> () -> keep(zoe, post).extract().statusCode());

        assertThat(answers).containsOnly(204);
        kept(zoe).body("items.id", contains(post));
    }

    @Test
    void areOfWhatOneSeesAndLeftOutWhileOneDoesNot() {
        var secret = saidTo(ana, "Psst", joined("Rita"));
        var post = said(ana, "One", "public");
        keep(zoe, secret).statusCode(404).body("type", is("/problems/no-such-status"));
        keep(zoe, "nothing").statusCode(404);
        keep(new Seed().person("Mia"), post).statusCode(403).body("type", is("/problems/not-taking-part"));
        keep(zoe, post).statusCode(204);

        blocks(ana, zoe);
        kept(zoe).body("items", empty());
        sql.run("DELETE FROM internal.actor_block");
        kept(zoe).body("items.id", contains(post));
        as(ana).delete("/api/social/statuses/" + post).then().statusCode(204);
        kept(zoe).body("items", empty());
    }

    @Test
    void arePagedOnceEachAlsoWhenKeptAtTheSameMomentAndMoreAreKeptMeanwhile() {
        var expected = new HashSet<String>();
        for (var i = 0; i < 7; i++) {
            var post = said(ana, "Post " + i, "public");
            keep(zoe, post).statusCode(204);
            expected.add(post);
        }
        sql.run("UPDATE internal.bookmark SET created_at = date_trunc('hour', now())");

        var found = new ArrayList<String>();
        for (String cursor = ""; cursor != null; ) {
            var page = as(zoe).get(BOOKMARKS + "?limit=2&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.id", String.class));
            cursor = page.getString("nextCursor");
            keep(zoe, said(ana, "Meanwhile", "public")).statusCode(204);
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void areForMembers() {
        anonymous().get(BOOKMARKS).then().statusCode(401);
        anonymous().put(path("any")).then().statusCode(401);
        as(zoe).get(BOOKMARKS + "?cursor=x").then().statusCode(422);
    }

    @Test
    void areFoundByIndexes() {
        var reader = Crowd.with(sql);
        sql.run("INSERT INTO internal.bookmark (actor_id, status_id) SELECT a.id, s.id FROM social_actors a,"
                + " social_statuses s WHERE a.username = 'person-7'");
        sql.run("ANALYZE internal.bookmark");

        Crowd.assertUsesIndexes(
                Plan.of(pool, Bookmarks.KEPT, Bookmarks.values(reader, new PageQuery())), Bookmarks.KEPT);
    }

    private static String path(String id) {
        return "/api/social/statuses/" + id + "/bookmark";
    }

    private static ValidatableResponse keep(Person person, String id) {
        return as(person).put(path(id)).then();
    }

    private static ValidatableResponse kept(Person person) {
        return as(person).get(BOOKMARKS).then().statusCode(200);
    }
}
