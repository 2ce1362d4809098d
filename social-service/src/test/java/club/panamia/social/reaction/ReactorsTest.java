package club.panamia.social.reaction;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.page.PageQuery;
import club.panamia.social.Crowd;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who likes and boosts what is said, for whom both may be seen. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ReactorsTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @Inject
    Pool pool;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @ParameterizedTest
    @ValueSource(strings = {"like", "boost"})
    void areListedNewestFirstInPages(String reaction) {
        var post = said(ana, "Hola", "public");
        var expected = new ArrayList<String>();
        for (var n = 0; n < 5; n++) {
            react(joined("pana" + n), reaction, post);
            expected.addFirst("pana" + n);
        }
        react(ben, reaction, said(ana, "Another", "public"));

        var first =
                list(ana, reaction, post, "?limit=3").statusCode(200).extract().jsonPath();
        var second = list(ana, reaction, post, "?limit=3&cursor=" + first.getString("nextCursor"))
                .statusCode(200)
                .extract()
                .jsonPath();

        var found = new ArrayList<>(first.getList("items.username", String.class));
        found.addAll(second.getList("items.username", String.class));
        assertThat(found).isEqualTo(expected);
        assertThat(second.getString("nextCursor")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"like", "boost"})
    void areNotListedWhereTheyMayNotBeSeen(String reaction) {
        var post = said(ana, "Hola", "public");
        list(ben, reaction, post, "").statusCode(200).body("items", hasSize(0));
        var blocked = joined("Bruno");
        var limited = joined("Lia");
        var suspended = joined("Sol");
        var hidden = joined("Hugo");
        for (var person : List.of(blocked, limited, suspended, hidden, ben)) {
            react(person, reaction, post);
        }
        blocks(ben, blocked);
        sql.run("UPDATE social_actors SET standing = 'limited' WHERE id = ?", actorId(limited));
        sql.run("UPDATE social_actors SET standing = 'suspended' WHERE id = ?", actorId(suspended));
        sql.run("UPDATE profiles SET active = false WHERE user_id = ?", hidden.id());

        list(ben, reaction, post, "").body("items.username", contains("Ben"));
        list(ana, reaction, post, "").body("items.username", contains("Ben", "Bruno"));
        follows(ana, limited);
        list(ana, reaction, post, "").body("items.username", contains("Ben", "Lia", "Bruno"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"like", "boost"})
    void areNotListedForWhomThePostIsNot(String reaction) {
        var post = said(ana, "Hola", "followers");

        list(ana, reaction, post, "").statusCode(200);
        list(ben, reaction, post, "").statusCode(404).body("type", is("/problems/no-such-status"));
        list(ben, reaction, "unknown", "").statusCode(404);
        list(ana, reaction, post, "?cursor=x").statusCode(422);
        anonymous()
                .get("/api/social/statuses/" + post + "/" + reaction + "s")
                .then()
                .statusCode(401);
    }

    @Test
    void areFoundByIndexes() {
        var reader = Crowd.with(sql);
        var post = sql.one(String.class, "SELECT min(status_id) FROM internal.boost");

        for (var reaction : Reaction.values()) {
            var values = Reactors.values(reader, post, new PageQuery());
            Crowd.assertUsesIndexes(Plan.of(pool, Reactors.page(reaction), values), reaction.name());
        }
    }

    private static void react(Person person, String reaction, String post) {
        as(person).put("/api/social/statuses/" + post + "/" + reaction).then().statusCode(204);
    }

    private static ValidatableResponse list(Person viewer, String reaction, String post, String query) {
        return as(viewer)
                .get("/api/social/statuses/" + post + "/" + reaction + "s" + query)
                .then();
    }
}
