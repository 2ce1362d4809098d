package club.panamia.social.trend;

import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hashtags that moderators keep out of what trends. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class HiddenTagsResourceTest {

    private static final String HIDDEN = "/api/social/trends/hidden-tags";

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Reckoning reckoning;

    private Person moe;

    @BeforeEach
    void aTagThatTrends() {
        moe = new Seed().withRole("moe", "contentModerator");
        var people = List.of(joined("Ana"), joined("Ben"), joined("Cleo"), joined("Dora"));
        var post = said(people.getFirst(), "Hola #Feria", "public");
        for (var person : people.subList(1, 4)) {
            said(person, "Hola #feria", "public");
            as(person).put("/api/social/statuses/" + post + "/like").then().statusCode(204);
        }
        reckon();
        assertTrends(true);
    }

    @Test
    void doNotTrendFromThatMomentOnAndAgainWhenTheyAreShown() {
        as(moe).put(HIDDEN + "/FERIA").then().statusCode(204);
        as(moe).put(HIDDEN + "/feria").then().statusCode(204);

        assertTrends(false);
        reckon();
        assertTrends(false);
        as(moe).get(HIDDEN).then().statusCode(200).body("items.name", contains("feria"));

        as(moe).delete(HIDDEN + "/Feria").then().statusCode(204);
        as(moe).delete(HIDDEN + "/feria").then().statusCode(204);
        reckon();
        assertTrends(true);
        as(moe).get(HIDDEN).then().body("items", empty());
        assertThat(sql.list(
                        String.class,
                        "SELECT action FROM internal.security_event WHERE subject_id = '#feria' AND actor_id = ? ORDER BY id",
                        moe.id()))
                .containsExactly("tag-hidden", "tag-shown");
        as(joined("Eva")).get("/api/social/tags/feria/statuses").then().statusCode(200);
    }

    @Test
    void areHiddenOnceWhoeverDecidesItAtOnce() {
        var answers = Race.of(6, n -> () -> as(moe).put(HIDDEN + "/feria").statusCode());

        assertThat(answers).containsOnly(204);
        assertThat(sql.list(String.class, "SELECT action FROM internal.security_event WHERE subject_id = '#feria'"))
                .containsExactly("tag-hidden");
    }

    @Test
    void areModeratorsAffair() {
        var eva = joined("Eva");
        anonymous().get(HIDDEN).then().statusCode(401);
        as(eva).get(HIDDEN).then().statusCode(403);
        anonymous().put(HIDDEN + "/feria").then().statusCode(401);
        as(eva).put(HIDDEN + "/feria").then().statusCode(403);
        as(eva).delete(HIDDEN + "/feria").then().statusCode(403);
        as(moe).put(HIDDEN + "/no tag").then().statusCode(422);
        as(moe).put(HIDDEN + "/" + "x".repeat(101)).then().statusCode(422);
        as(moe).delete(HIDDEN + "/a-b").then().statusCode(422);
        assertTrends(true);
    }

    private void assertTrends(boolean trends) {
        for (var path : List.of("/tags", "/statuses")) {
            assertThat(anonymous().get("/api/social/trends" + path).jsonPath().getList(""))
                    .as(path)
                    .hasSize(trends ? 1 : 0);
        }
    }

    private void reckon() {
        reckoning.anew().await().atMost(Duration.ofSeconds(60));
    }
}
