package club.panamia.engagement.follow;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.event.EventPump;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SocialFollowsTest {

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

    @Test
    void holdHereTooAndAreToldOnce() {
        happened("accepted", ben.id(), ana.id());
        happened("accepted", ben.id(), ana.id());

        assertThat(pairs()).containsExactly("Ben Ana");
        as(ana).get("/api/notifications").then().body("items.displayMessage", contains("Ben follows you"));
    }

    @Test
    void areToldOnceAlsoWhereThePersonFollowedHereBefore() {
        as(ben).put("/api/follows/ana").then().statusCode(204);
        happened("accepted", ben.id(), ana.id());

        assertThat(pairs()).containsExactly("Ben Ana");
        as(ana).get("/api/notifications").then().body("items.displayMessage", contains("Ben follows you"));
    }

    @Test
    void endHereToo() {
        happened("accepted", ben.id(), ana.id());
        happened("undone", ben.id(), ana.id());
        happened("undone", ben.id(), ana.id());

        assertThat(pairs()).isEmpty();
    }

    @Test
    void endHereBothWaysWhereOneBlocksTheOther() {
        var cleo = seed.person("Cleo");
        as(ben).put("/api/follows/ana").then().statusCode(204);
        as(ana).put("/api/follows/ben").then().statusCode(204);
        as(cleo).put("/api/follows/ana").then().statusCode(204);

        blocked(ben, ana);
        blocked(ben, ana);

        assertThat(pairs()).containsExactly("Cleo Ana");
        assertThat(sql.list(String.class, "SELECT type FROM internal.event WHERE type = 'engagement.follow.ended'"))
                .isEmpty();
        as(ana).get("/api/notifications").then().body("items.size()", is(2));
    }

    @Test
    void areNoneHereWhereTheBlockWasHeardOfBefore() {
        for (var person : List.of(ana, ben)) {
            sql.run("""
                    INSERT INTO social_actors (id, username, domain, profile_id, uri, inbox_url, outbox_url, followers_url, following_url,
                                               public_key)
                    VALUES (?, ?, 'localhost', ?, ?, '', '', '', '', '')
                    """, person.id(), person.screenname(), seed.approvedProfile(person), person.id());
        }
        sql.run("INSERT INTO internal.actor_block (actor_id, target_actor_id) VALUES (?, ?)", ana.id(), ben.id());

        happened("accepted", ben.id(), ana.id());
        happened("accepted", ana.id(), ben.id());

        assertThat(pairs()).isEmpty();
    }

    /** As social-service records it. */
    private void blocked(Person blocker, Person other) {
        sql.run("""
                INSERT INTO internal.event (type, actor_id, payload)
                VALUES ('social.actor.blocked', ?, jsonb_build_object('blockerUserId', ?::text, 'blockedUserId', ?::text))
                """, blocker.id(), blocker.id(), other.id());
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }

    @Test
    void areNothingHereWhereOneIsFromElsewhereOrGone() {
        happened("accepted", null, ana.id());
        happened("accepted", ben.id(), null);
        happened("accepted", "nobody", ana.id());
        happened("undone", null, ana.id());
        happened("requested", null, ana.id());

        assertThat(pairs()).isEmpty();
        assertThat(sql.list(String.class, "SELECT id FROM notifications")).isEmpty();
    }

    @Test
    void areAskedFor() {
        happened("requested", ben.id(), ana.id());

        as(ana).get("/api/notifications").then().body("items.displayMessage", contains("Ben would like to follow you"));
        assertThat(pairs()).isEmpty();
    }

    @Test
    void areAcceptedFromWhoeverHadToAsk() {
        happened("requested", ben.id(), ana.id());
        accepted(ana, ben);

        as(ben).get("/api/notifications")
                .then()
                .body("items.displayMessage", contains("You may follow Ana now"))
                .body("items[0].objectUrl", is("/p/Ana"));
        as(ana).get("/api/notifications").then().body("items.size()", is(2));
    }

    @Test
    void areNotToldAsAcceptedToWhoeverDidNotHaveToAsk() {
        accepted(ana, ben);

        as(ben).get("/api/notifications").then().body("items.size()", is(0));
    }

    private void accepted(Person by, Person follower) {
        sql.run("""
                INSERT INTO internal.event (type, actor_id, payload)
                VALUES ('social.follow.accepted', ?, jsonb_build_object(
                          'followId', 'f-1', 'followerUserId', ?::text, 'followedUserId', ?::text))
                """, by.id(), follower.id(), by.id());
        pump.drain().await().atMost(Duration.ofSeconds(30));
        pump.drain().await().atMost(Duration.ofSeconds(30));
    }

    /** As social-service records it. */
    private void happened(String step, @Nullable String follower, @Nullable String followed) {
        sql.run("""
                INSERT INTO internal.event (type, actor_id, payload)
                VALUES ('social.follow.' || ?, ?::text, jsonb_strip_nulls(jsonb_build_object(
                          'followId', 'f-1', 'followerUserId', ?::text, 'followedUserId', ?::text)))
                """, step, follower, follower, followed);
        pump.drain().await().atMost(Duration.ofSeconds(30));
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }

    private List<String> pairs() {
        return sql.list(String.class, """
                SELECT f.screenname || ' ' || p.screenname FROM user_follows u
                  JOIN users f ON f.id = u.follower_id JOIN users p ON p.id = u.following_id
                """);
    }
}
