package club.panamia.social.timeline;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody handed on stands among what they said, for whom they and the post may be seen. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProfileBoostsTest {

    private static final String BENS = "/api/social/actors/ben/statuses";

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @Test
    void standAmongWhatWasSaidWhereTheyAreWanted() {
        var first = said(ben, "First", "public");
        var handedOn = said(ana, "Hola", "public");
        boost(handedOn);
        var last = said(ben, "Last", "public");

        anonymous()
                .get(BENS + "?boosts=true")
                .then()
                .body("items.id", contains(last, handedOn, first))
                .body("items[1].actor.username", is("Ana"))
                .body("items[1].boostedBy.username", is("Ben"));
        anonymous().get(BENS).then().body("items.id", contains(last, first));
    }

    @Test
    void comeInPagesWithoutALossOrARepetition() {
        var expected = new ArrayList<String>();
        for (var n = 0; n < 5; n++) {
            expected.addFirst(said(ben, "Mine", "public"));
            expected.addFirst(said(ana, "Hers", "public"));
            boost(expected.getFirst());
        }

        var found = new ArrayList<String>();
        var next = "";
        while (next != null) {
            var page = anonymous()
                    .get(BENS + "?boosts=true&limit=3" + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.id", String.class));
            next = page.getString("nextCursor") == null ? null : "&cursor=" + page.getString("nextCursor");
        }

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void areForWhomBothMayBeSeen() {
        var follower = joined("Flor");
        var bruno = joined("Bruno");
        var avoided = joined("Abel");
        follows(follower, ben);
        blocks(bruno, ben);
        blocks(ana, avoided);
        var open = said(ana, "Open", "public");
        var local = said(ana, "Local", "local");
        boost(open);
        boost(local);

        assertThat(seenBy(anonymous())).containsExactly(open);
        assertThat(seenBy(as(follower))).containsExactly(local, open);
        assertThat(seenBy(as(bruno))).isEmpty();
        assertThat(seenBy(as(avoided))).isEmpty();
        sql.run("UPDATE social_actors SET standing = 'limited' WHERE id = ?", actorId(ben));
        assertThat(seenBy(anonymous())).isEmpty();
        assertThat(seenBy(as(follower))).containsExactly(local, open);
        sql.run("UPDATE social_actors SET standing = 'suspended' WHERE id = ?", actorId(ben));
        assertThat(seenBy(as(follower))).isEmpty();
    }

    private void boost(String post) {
        as(ben).put("/api/social/statuses/" + post + "/boost").then().statusCode(204);
    }

    private static List<String> seenBy(RequestSpecification viewer) {
        return viewer.get(BENS + "?boosts=true")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class);
    }
}
