package club.panamia.engagement.notice;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told depends on what people said that they want to hear; what was withheld is noted with the reason. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class NoticesTest {

    private static final String DELIVERIES = """
            SELECT concat_ws(' ', channel, state, reason, (notification_id IS NOT NULL)::text)
              FROM internal.notification_delivery ORDER BY channel
            """;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EventPump pump;

    private Person ana;
    private Person ben;
    private String article;

    @BeforeEach
    void anArticleForBenToReview() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        article = seed.draftArticle(ana, "hola");
    }

    @Test
    void reachTheInboxAndTheMailByThemselves() {
        reviewRequested();

        assertThat(sql.list(String.class, DELIVERIES)).containsExactly("email queued true");
        as(ben).get("/api/notifications/unread-count").then().body("contexts.review", is(1));
        assertThat(Told.miscounted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO internal.notification_mute (user_id, person_id) SELECT b.id, a.id FROM b, a | person-muted",
                "INSERT INTO internal.notification_mute (user_id, thread) SELECT b.id, t.id FROM b, t | thread-muted",
                "UPDATE users SET locked_at = now() FROM a WHERE users.id = a.id | person-locked"
            })
    void areWithheldFromWhoeverDoesNotWantToHearOfIt(String said, String reason) {
        say(said);

        reviewRequested();

        assertThat(sql.list(String.class, "SELECT id FROM notifications")).isEmpty();
        assertThat(sql.list(String.class, DELIVERIES))
                .containsExactly("email withheld " + reason + " false", "inApp withheld " + reason + " false");
        as(ben).get("/api/notifications/unread-count").then().body("count", is(0));
    }

    @Test
    void goToTheArchiveWhereTheInboxIsNotWanted() {
        say(
                "INSERT INTO internal.notification_preference SELECT b.id, now(), now(), 'reviewRequests', 'inApp', false FROM b");

        reviewRequested();

        assertThat(sql.list(String.class, DELIVERIES))
                .containsExactly("email queued true", "inApp withheld not-wanted true");
        as(ben).get("/api/notifications/unread-count").then().body("count", is(0));
        as(ben).get("/api/notifications?state=archived").then().body("items.size()", is(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO internal.notification_preference SELECT b.id, now(), now(), 'reviewRequests', 'email', false FROM b | not-wanted",
                "INSERT INTO internal.notification_setting (user_id, digest) SELECT b.id, 'off' FROM b | digest-off",
                "INSERT INTO internal.notification_setting (user_id, paused_until) SELECT b.id, now() + interval '1 day' FROM b | paused",
                "UPDATE users SET locked_at = now() FROM b WHERE users.id = b.id | account-locked"
            })
    void areNotMailedToWhoeverDoesNotWantMail(String said, String reason) {
        say(said);

        reviewRequested();

        assertThat(sql.list(String.class, DELIVERIES)).containsExactly("email withheld " + reason + " true");
        assertThat(sql.list(String.class, "SELECT id FROM notifications")).hasSize(1);
    }

    @Test
    void ofOnesOwnAccountComeWhateverOneSaid() {
        say(
                "INSERT INTO internal.notification_preference SELECT b.id, now(), now(), 'security', 'inApp', false FROM b");
        say(
                "INSERT INTO internal.notification_preference SELECT b.id, now(), now(), 'security', 'email', false FROM b");
        say("INSERT INTO internal.notification_setting (user_id, digest) SELECT b.id, 'off' FROM b");

        happened("auth.account.linked", ben, "'userId', '%s', 'provider', 'github'".formatted(ben.id()));

        assertThat(sql.list(String.class, DELIVERIES)).containsExactly("email queued true");
        as(ben).get("/api/notifications?state=unread").then().body("items.size()", is(1));
    }

    @ParameterizedTest
    @CsvSource({
        "auth.account.linked, A further way to sign in was linked to your account",
        "auth.account.unlinked, A way to sign in was removed from your account",
        "auth.user.addresses-changed, The e-mail addresses of your account have changed",
        "ops.email.changed, Your account has another e-mail address now",
        "ops.email.change-undone, Your account has its former e-mail address again",
        "auth.user.admin-granted, You are an administrator now",
        "auth.user.admin-revoked, You are no longer an administrator"
    })
    void tellOfEveryChangeOfOnesAccount(String type, String sentence) {
        happened(type, ben, "'userId', '%s'".formatted(ben.id()));
        sql.run("UPDATE internal.event_cursor SET position = 0 WHERE consumer = 'engagement-service'");
        pump();

        as(ben).get("/api/notifications")
                .then()
                .body("items.size()", is(1))
                .body("items[0].displayMessage", is(sentence))
                .body("items[0].context", is("system"));
    }

    @ParameterizedTest
    @CsvSource({
        "profile.link.asked, Ana would like to link a profile with yours",
        "profile.link.accepted, Ana linked a profile with yours"
    })
    void tellOfLinkedProfiles(String type, String sentence) {
        happened(
                type,
                ana,
                "'profileId', 'p', 'userId', '%s', 'otherProfileId', 'q', 'otherUserId', '%s'"
                        .formatted(ana.id(), ben.id()));

        as(ben).get("/api/notifications").then().body("items[0].displayMessage", is(sentence));
    }

    private void reviewRequested() {
        happened(
                "content.review.requested",
                ana,
                "'articleId', '%s', 'authorId', '%s', 'userId', '%s', 'reviewerId', '%s', 'coAuthors', '[]'::jsonb"
                        .formatted(article, ana.id(), ben.id(), ben.id()));
    }

    private void happened(String type, Person actor, String payload) {
        sql.run(
                "INSERT INTO internal.event (type, actor_id, payload) VALUES (?, ?, jsonb_build_object(" + payload
                        + "))",
                type,
                actor.id());
        pump();
    }

    private void pump() {
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }

    /** A statement over {@code a} (Ana), {@code b} (Ben) and {@code t} (the article). */
    private void say(String statement) {
        sql.run(
                "WITH a AS (SELECT ?::text AS id), b AS (SELECT ?::text AS id), t AS (SELECT ?::text AS id) "
                        + statement,
                ana.id(),
                ben.id(),
                article);
    }
}
