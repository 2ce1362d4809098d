package club.panamia.engagement.social;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.engagement.notification.Told;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SocialNoticesTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EventPump pump;

    private Person ana;
    private Person eva;
    private String anna;
    private String evita;

    @BeforeEach
    void twoWhoTakePart() {
        ana = seed.person("ana");
        eva = seed.person("eva");
        anna = actor(ana);
        evita = actor(eva);
    }

    @ParameterizedTest
    @CsvSource({
        "public,    eva mentioned you",
        "local,     eva mentioned you",
        "followers, eva mentioned you",
        "direct,    eva sent you a message",
    })
    void tellWhomAPostNames(String visibility, String sentence) {
        posted(status(evita, visibility, null), eva, anna);

        pumpTwice();

        as(ana).get("/api/notifications")
                .then()
                .body("items.size()", is(1))
                .body("items[0].displayMessage", is(sentence))
                .body("items[0].objectUrl", is("/updates"));
        assertThat(Told.miscounted()).isEmpty();
    }

    @Test
    void tellWhoIsAnsweredAlsoWhereNobodyIsNamedAndOnce() {
        var post = status(anna, "public", null);
        posted(status(evita, "public", post), eva);
        posted(status(evita, "public", post), eva, anna);

        pumpTwice();

        assertThat(told()).containsExactly("ana answered", "ana answered");
    }

    @Test
    void tellNobodyOfWhatIsNotMeantForThem() {
        var post = status(anna, "public", null);
        posted(status(evita, "followers", post), eva);
        posted(status(anna, "public", post), ana, anna);
        posted("gone", eva, anna);

        pumpTwice();

        assertThat(told()).isEmpty();
    }

    @Test
    void tellNobodyOfWhatSomebodySaysWhoIsSuspendedBeforeItIsHeard() {
        posted(status(evita, "public", status(anna, "public", null)), eva, anna);
        sql.run("UPDATE social_actors SET standing = 'suspended' WHERE id = ?", evita);

        pumpTwice();

        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"actor_block, true", "actor_block, false", "actor_mute, true"})
    void tellNobodyOfWhomTheyDoNotWantToHear(String table, boolean hers) {
        sql.run(
                "INSERT INTO internal." + table + " (actor_id, target_actor_id) VALUES (?, ?)",
                hers ? anna : evita,
                hers ? evita : anna);
        var post = status(anna, "public", null);
        posted(status(evita, "public", post), eva, anna);
        if (table.equals("actor_mute")) {
            reacted("liked", post);
        }

        pumpTwice();

        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellNothingElseBetweenTwoOfWhomOneBlocksTheOther(boolean hers) {
        sql.run(
                "INSERT INTO internal.actor_block (actor_id, target_actor_id) VALUES (?, ?)",
                hers ? anna : evita,
                hers ? evita : anna);
        sql.run("""
                INSERT INTO internal.event (type, actor_id, payload)
                VALUES ('profile.link.asked', ?, jsonb_build_object('otherProfileId', 'q', 'otherUserId', ?::text))
                """, eva.id(), ana.id());

        pumpTwice();

        assertThat(told()).isEmpty();
        assertThat(sql.list(String.class, "SELECT DISTINCT reason FROM internal.notification_delivery"))
                .containsExactly("person-muted");
    }

    @Test
    void tellAnAuthorOnceOfEachWhoLikesOrBoosts() {
        var post = status(anna, "public", null);
        reacted("liked", post);
        reacted("unliked", post);
        reacted("liked", post);
        reacted("boosted", post);

        pumpTwice();

        assertThat(told()).containsExactly("ana boosted", "ana liked");
    }

    @Test
    void tellWhoAskedAndWhoVotedThatAPollIsOver() {
        var post = status(anna, "public", null);
        sql.run("""
                INSERT INTO internal.event (type, payload)
                VALUES ('social.poll.ended', jsonb_build_object('statusId', ?::text, 'userIds', jsonb_build_array(?::text, ?::text)))
                """, post, ana.id(), eva.id());

        pumpTwice();

        assertThat(told()).containsExactly("ana poll-ended", "eva poll-ended");
        as(eva).get("/api/notifications")
                .then()
                .body("items[0].displayMessage", is("A poll of yours, or one in which you voted, is over"));
    }

    private List<String> told() {
        return sql.list(String.class, """
                SELECT concat_ws(' ', u.screenname, n.params ->> 'kind')
                  FROM notifications n JOIN users u ON u.id = n.target ORDER BY 1
                """);
    }

    private String actor(Person person) {
        return sql.one(String.class, """
                INSERT INTO social_actors (profile_id, username, domain, uri, inbox_url, outbox_url, followers_url, following_url, public_key)
                VALUES (?, ?, 'pana.example', 'https://pana.example/' || ?, 'i', 'o', 'f', 'g', 'k') RETURNING id
                """, seed.approvedProfile(person), person.screenname(), person.screenname());
    }

    private String status(String actor, String visibility, @Nullable String inReplyTo) {
        return sql.one(String.class, """
                INSERT INTO social_statuses (uri, actor_id, visibility, content, published, in_reply_to_id)
                VALUES ('https://pana.example/' || gen_random_uuid(), ?, ?::social_visibility, 'x', now(), ?) RETURNING id
                """, actor, visibility, inReplyTo);
    }

    /** As social-service records it. */
    private void posted(String status, Person speaker, String... heardBy) {
        sql.run("""
                INSERT INTO internal.event (type, actor_id, payload)
                VALUES ('social.status.posted', ?, jsonb_build_object('statusId', ?::text, 'heardBy', to_jsonb(string_to_array(?, ','))))
                """, speaker.id(), status, String.join(",", heardBy));
    }

    private void reacted(String how, String status) {
        sql.run("""
                INSERT INTO internal.event (type, actor_id, payload)
                VALUES ('social.status.' || ?, ?, jsonb_build_object('statusId', ?::text, 'userId', ?::text))
                """, how, eva.id(), status, eva.id());
    }

    private void pumpTwice() {
        pump();
        sql.run("UPDATE internal.event_cursor SET position = 0 WHERE consumer = 'engagement-service'");
        pump();
    }

    private void pump() {
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }
}
