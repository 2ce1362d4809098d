package club.panamia.social.reaction;

import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class LikeResourceTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;
    private String status;

    @BeforeEach
    void aPost() {
        ana = joined("Ana");
        ben = joined("Ben");
        status = "/api/social/statuses/" + said(ana, "Hola", "public");
    }

    @ParameterizedTest
    @CsvSource({"like,liked,likesCount", "boost,boosted,announcesCount"})
    void countsOnceHoweverOftenAndHoweverManyAtOnce(String what, String shown, String count) {
        Race.of(6, n -> () -> as(ben).put(status + "/" + what).then().statusCode(204));
        as(ben).get(status).then().body(shown, is(true)).body(count, is(1));
        as(ana).get(status).then().body(shown, is(false)).body(count, is(1));

        Race.of(6, n -> () -> as(ben).delete(status + "/" + what).then().statusCode(204));

        as(ben).get(status).then().body(shown, is(false)).body(count, is(0));
        assertThat(sql.list(
                        String.class,
                        "SELECT type FROM internal.event WHERE type LIKE 'social.status.%ed' AND actor_id = ? ORDER BY"
                                + " id",
                        ben.id()))
                .containsExactly("social.status." + shown, "social.status.un" + shown);
        assertThat(sql.list(
                        String.class,
                        "SELECT payload ->> 'authorUserId' FROM internal.event WHERE actor_id = ?",
                        ben.id()))
                .containsOnly(ana.id());
    }

    @ParameterizedTest
    @CsvSource({"like", "boost"})
    void refusesWhatCannotBe(String what) {
        anonymous().put(status + "/" + what).then().statusCode(401);
        as(new Seed().person("Nil")).put(status + "/" + what).then().statusCode(403);
        as(ben).put("/api/social/statuses/unknown/" + what).then().statusCode(404);
        as(ben).delete("/api/social/statuses/unknown/" + what).then().statusCode(204);
        as(ana).delete(status).then().statusCode(204);
        as(ben).put(status + "/" + what).then().statusCode(404);
    }
}
