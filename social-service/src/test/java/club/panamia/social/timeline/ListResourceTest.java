package club.panamia.social.timeline;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.answered;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What those say who are on a list. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ListResourceTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;
    private Person cleo;
    private String list;

    @BeforeEach
    void aListOfTwo() {
        ana = joined("Ana");
        ben = joined("Ben");
        cleo = joined("Cleo");
        list = sql.one(
                String.class, "INSERT INTO user_lists (owner_id, name) VALUES (?, 'Friends') RETURNING id", ana.id());
        sql.run("INSERT INTO user_list_members (list_id, user_id) VALUES (?, ?)", list, ben.id());
        sql.run(
                "INSERT INTO user_list_members (list_id, profile_id) SELECT ?, id FROM profiles WHERE user_id = ?",
                list,
                cleo.id());
    }

    @Test
    void isWhatTheySayByAccountOrByProfileAsFarAsTheOwnerMayReadIt() {
        var bens = said(ben, "One", "local");
        said(cleo, "For followers", "followers");
        said(joined("Stella"), "Not on it", "public");
        answered(ben, "An answer", bens);
        var cleos = said(cleo, "Two", "public");

        timeline("").body("items.id", contains(cleos, bens));
        follows(ana, cleo);
        timeline("").body("items", hasSize(3));
        as(ana).put("/api/social/mutes/ben").then().statusCode(204);
        timeline("").body("items.actor.username", contains("Cleo", "Cleo"));
    }

    @Test
    void isTheOwnersOnly() {
        for (var other : new Person[] {ben, joined("Stella")}) {
            as(other)
                    .get("/api/social/timelines/lists/" + list)
                    .then()
                    .statusCode(404)
                    .body("type", is("/problems/no-such-list"));
        }
        as(ana).get("/api/social/timelines/lists/nothing").then().statusCode(404);
        anonymous().get("/api/social/timelines/lists/" + list).then().statusCode(401);
    }

    @Test
    void isPagedOnceEachAlsoAtTheSameMomentAndWithSomebodySuspendedOnIt() {
        var expected = new ArrayList<String>();
        for (var i = 0; i < 4; i++) {
            said(cleo, "Unheard " + i, "public");
        }
        for (var i = 0; i < 5; i++) {
            expected.add(said(ben, "Post " + i, "public"));
        }
        sql.run("UPDATE social_statuses SET published = date_trunc('hour', now())");
        sql.run("UPDATE social_actors SET standing = 'suspended' WHERE id = ?", actorId(cleo));

        var first = timeline("?limit=3").extract().jsonPath();
        said(ben, "Meanwhile", "public");
        var second = timeline("?limit=3&cursor=" + first.getString("nextCursor"))
                .body("nextCursor", nullValue())
                .extract()
                .jsonPath();

        var found = new ArrayList<>(first.getList("items.id", String.class));
        found.addAll(second.getList("items.id", String.class));
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Newer posts of somebody who is not seen do not end the page of those who are. */
    @Test
    void isLikeHomeInThatNobodySuspendedTakesAPlace() {
        follows(ana, ben);
        follows(ana, cleo);
        var bens = said(ben, "One", "public");
        for (var i = 0; i < 3; i++) {
            said(cleo, "Unheard " + i, "public");
        }
        sql.run("UPDATE social_actors SET standing = 'suspended' WHERE id = ?", actorId(cleo));

        as(ana).get("/api/social/timelines/home?limit=2").then().body("items.id", contains(bens));
    }

    private ValidatableResponse timeline(String query) {
        return as(ana).get("/api/social/timelines/lists/" + list + query).then().statusCode(200);
    }
}
