package club.panamia.social.upkeep;

import static club.panamia.social.Social.answered;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.saidTo;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class UpkeepTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @Inject
    PurgeExpired purgeExpired;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @Test
    void removesWhatIsOverWithAllThatHangsOnItAndNothingElse() {
        var over = saidTo(ana, "Psst #x", ben);
        var stays = saidTo(ana, "Later", ben);
        as(ben).put("/api/social/statuses/" + over + "/like").then().statusCode(204);
        answered(ben, "Yes", over);
        sql.run("UPDATE social_statuses SET expires_at = now() - interval '1 second' WHERE content NOT LIKE '%Later%'");

        purgeExpired.run().await().atMost(SOON);

        assertThat(sql.list(String.class, "SELECT id FROM social_statuses")).containsExactly(stays);
        assertThat(sql.list(String.class, "SELECT DISTINCT status_id FROM social_recipients"))
                .containsExactly(stays);
        assertThat(sql.list(String.class, "SELECT id FROM social_tags WHERE status_id <> ?", stays))
                .isEmpty();
        assertThat(sql.list(String.class, "SELECT id FROM social_likes")).isEmpty();
        assertThat(sql.list(Boolean.class, "SELECT told FROM internal.tombstone"))
                .containsExactly(false, false);
    }

    @Test
    void tellsWhoHeardItElsewhereAndNobodyElse() {
        var over = saidTo(ana, "Psst", ben);
        sql.run("""
                INSERT INTO social_actors (id, username, domain, uri, inbox_url, outbox_url, followers_url, following_url, public_key, fetched_at)
                VALUES ('cem', 'cem', 'b.example', 'https://b.example/cem', 'https://b.example/cem/inbox', '', '', '', 'PEM', now()),
                       ('eve', 'eve', 'c.example', 'https://c.example/eve', 'https://c.example/eve/inbox', '', '', '', 'PEM', now())""");
        sql.run(
                "INSERT INTO social_recipients (status_id, uri, actor_id, field, published) VALUES (?, 'https://b.example/cem', 'cem', 'to', now())",
                over);
        sql.run("UPDATE social_statuses SET expires_at = now() - interval '1 second'");

        purgeExpired.run().await().atMost(SOON);

        assertThat(sql.rows("""
                        SELECT o.body::jsonb ->> 'type' AS type, o.body::jsonb #>> '{object,id}' AS object, d.inbox_url
                          FROM internal.outgoing_activity o JOIN internal.delivery d ON d.activity_id = o.id"""))
                .containsExactly(Map.of(
                        "type", "Delete",
                        "object", "http://localhost:8080/ap/statuses/" + over,
                        "inbox_url", "https://b.example/cem/inbox"));
    }
}
