package club.panamia.engagement.follow;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.event.EventPump;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who follows whom is told once, and shown as far as the person wants. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class FollowersTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EventPump pump;

    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
    }

    @ParameterizedTest
    @CsvSource({"everybody, 200, 200", "members, 404, 200", "nobody, 404, 404"})
    void areShownToWhomThePersonWants(String followers, int nobody, int member) {
        as(ben).put("/api/follows/ana").then().statusCode(204);
        sql.run("INSERT INTO internal.notification_setting (user_id, followers) VALUES (?, ?)", ana.id(), followers);
        var path = "/api/follows/ana/people?type=followers";

        anonymous().get(path).then().statusCode(nobody);
        as(ben).get(path).then().statusCode(member);
        as(ana).get(path).then().statusCode(200).body("items.person.screenname", contains("Ben"));
    }

    @Test
    void areNobodysWhereThePersonIsLockedOrUnknown() {
        seed.lock(ana);

        anonymous().get("/api/follows/ana/people").then().statusCode(404).body("type", is("/problems/no-such-person"));
        anonymous().get("/api/follows/nobody/people").then().statusCode(404);
        anonymous().get("/api/follows/ben/people?type=friends").then().statusCode(422);
    }

    @Test
    void areToldOnceHoweverOftenTheyBegin() {
        Race.of(8, i -> () -> as(ben).put("/api/follows/ana").statusCode());
        as(ben).delete("/api/follows/ana").then().statusCode(204);
        as(ben).put("/api/follows/ana").then().statusCode(204);

        pump.drain().await().atMost(Duration.ofSeconds(30));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.event WHERE type = 'engagement.follow.begun'"))
                .isEqualTo(2);
        as(ana).get("/api/notifications")
                .then()
                .body("items.displayMessage", contains("Ben follows you"))
                .body("items[0].objectUrl", is("/p/Ben"));
    }

    @Test
    void areNotToldOnceTheyHaveStopped() {
        as(ben).put("/api/follows/ana").then().statusCode(204);
        as(ben).delete("/api/follows/ana").then().statusCode(204);

        pump.drain().await().atMost(Duration.ofSeconds(30));

        assertThat(sql.list(String.class, "SELECT id FROM notifications")).isEmpty();
    }

    @Test
    void areFiveThousandAtMost() {
        sql.run("""
                WITH p AS (INSERT INTO users (email) SELECT 'p' || n || '@example.org' FROM generate_series(1, 5000) n RETURNING id)
                INSERT INTO user_follows (follower_id, following_id) SELECT ?, id FROM p
                """, ben.id());

        as(ben).put("/api/follows/ana").then().statusCode(409).body("type", is("/problems/too-many-follows"));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM user_follows")).isEqualTo(5000);
    }
}
