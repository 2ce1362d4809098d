package club.panamia.social.timeline;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.answered;
import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class TimelinesTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
        follows(ben, ana);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/statuses",
                "/timelines/home",
                "/timelines/local",
                "/tags/x/statuses",
                "/actors/ana/statuses",
                "/mentions",
            })
    void pageWithoutLossOrRepetitionWhereTimesAreEqualAndPostsComeIn(String path) {
        sql.run("""
                INSERT INTO social_statuses (uri, actor_id, visibility, published)
                SELECT 'u' || n, ?, 'public', now() - (n / 10) * interval '1 minute' FROM generate_series(1, 40) n
                """, actorId(ana));
        sql.run("INSERT INTO social_tags (status_id, type, name, published) SELECT id, 'Hashtag', '#X', published FROM"
                + " social_statuses");
        sql.run(
                "INSERT INTO social_recipients (status_id, uri, actor_id, field, published) SELECT id, 'b', ?, 'cc',"
                        + " published FROM social_statuses",
                actorId(ben));
        var all = sql.list(String.class, "SELECT id FROM social_statuses ORDER BY published DESC, id DESC");

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as(ben).queryParam("limit", 7)
                    .queryParam("cursor", cursor)
                    .get("/api/social" + path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            cursor = page.getString("nextCursor");
            said(ana, "late #x @ben", "public");
        } while (cursor != null);

        assertThat(seen).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/timelines/home", "/timelines/local", "/mentions", "/messages"})
    void ofOneselfAreForMembersOnlyAndEmptyBeforeOneTakesPart(String path) {
        Callers.anonymous().get("/api/social" + path).then().statusCode(401);
        as(new Seed().person("Nil"))
                .get("/api/social" + path)
                .then()
                .statusCode(200)
                .body("items.size()", is(0));
        as(ana).get("/api/social" + path + "?cursor=x").then().statusCode(422);
        as(ana).get("/api/social" + path + "?limit=101").then().statusCode(422);
    }

    @Test
    void leaveAnswersOutButWhereTheyAreAskedFor() {
        var post = said(ana, "Hola", "public");
        var answer = answered(ana, "And", post);

        as(ben).get("/api/social/timelines/home").then().body("items.id", contains(post));
        as(ben).get("/api/social/actors/ANA/statuses").then().body("items.id", contains(post));
        as(ben).get("/api/social/actors/ana/statuses?replies=true").then().body("items.id", contains(answer, post));
    }

    @Test
    void knowOnlyTheBoxesThereAre() {
        as(ana).get("/api/social/messages?box=drafts").then().statusCode(422);
    }

    @Test
    void atHomeHoldWhatThoseHandOnWhomOneFollows() {
        var carla = joined("Carla");
        var first = said(carla, "1", "public");
        var second = said(carla, "2", "local");
        var known = said(ana, "3", "public");
        as(ana).put("/api/social/statuses/" + second + "/boost").then().statusCode(204);
        as(ana).put("/api/social/statuses/" + first + "/boost").then().statusCode(204);
        as(ben).put("/api/social/statuses/" + known + "/boost").then().statusCode(204);

        as(ben).get("/api/social/timelines/home")
                .then()
                .body("items.id", contains(first, second, known))
                .body("items.collect { it.boostedBy?.username }", contains("Ana", "Ana", null));
        var page = as(ben).get("/api/social/timelines/home?limit=1").jsonPath();
        assertThat(as(ben).queryParam("cursor", page.getString("nextCursor"))
                        .get("/api/social/timelines/home?limit=1")
                        .jsonPath()
                        .getList("items.id", String.class))
                .containsExactly(second);
        blocks(ben, carla);
        as(ben).get("/api/social/timelines/home").then().body("items.id", contains(known));
    }

    @Test
    void showAConversationInTheOrderInWhichItWasSaid() {
        var ids = new ArrayList<String>();
        ids.add(said(ana, "1", "public"));
        for (var n = 2; n <= 6; n++) {
            ids.add(answered(n % 2 == 0 ? ben : ana, String.valueOf(n), ids.getLast()));
        }

        var thread = as(ben).get("/api/social/statuses/" + ids.get(2) + "/thread")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(thread.getList("ancestors.id", String.class)).isEqualTo(ids.subList(0, 2));
        assertThat(thread.getList("descendants.id", String.class)).isEqualTo(ids.subList(3, 6));
        as(ana).delete("/api/social/statuses/" + ids.get(1)).then().statusCode(404);
        as(ben).delete("/api/social/statuses/" + ids.get(1)).then().statusCode(204);
        assertThat(as(ben).get("/api/social/statuses/" + ids.get(2) + "/thread")
                        .jsonPath()
                        .getList("ancestors"))
                .isEmpty();
        as(ben).get("/api/social/statuses/unknown/thread").then().statusCode(404);
    }

    @Test
    void areBoundedHoweverManyAnswer() {
        var post = said(ana, "Hola", "public");
        sql.run("""
                INSERT INTO social_statuses (uri, actor_id, visibility, published, in_reply_to_id, in_reply_to_uri)
                SELECT 'u' || n, ?, 'public', now(), ?, 'x' FROM generate_series(1, 300) n
                """, actorId(ben), post);

        assertThat(as(ana).get("/api/social/statuses/" + post + "/thread")
                        .jsonPath()
                        .getList("descendants"))
                .hasSize(200);
    }

    @Test
    void atHomeHoldWhatThoseSayWhomOneFollowsAndOneself() {
        var posts = List.of(said(ana, "1", "followers"), said(ben, "2", "local"), said(ana, "3", "quiet"));

        as(ben).get("/api/social/timelines/home")
                .then()
                .body("items.id", contains(posts.get(2), posts.get(1), posts.get(0)));
    }
}
