package club.panamia.engagement.leaver;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.event.EventPump;
import club.panamia.kernel.personal.SealedAddresses;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.database.Traces;
import club.panamia.testing.seed.Asked;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notifications, follows, lists and points when somebody leaves, or wants to see them. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class EngagementOfAPersonTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private final Asked asked = new Asked();

    @Inject
    EventPump pump;

    @Inject
    EncryptionKeys keys;

    private Person ana;
    private Person ben;

    @BeforeEach
    void rows() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        sql.run(
                "INSERT INTO notifications (type, context, actor, actor_screenname, actor_name, target, object, params)"
                        + " VALUES ('Follow', 'follow', ?, 'Ana', 'Person Ana', ?, ?, '{\"who\": \"Ana\"}'),"
                        + " ('Follow', 'follow', ?, 'Ben', 'Person Ben', ?, NULL, '{}')",
                ana.id(),
                ben.id(),
                ana.id(),
                ben.id(),
                ana.id());
        sql.run(
                "INSERT INTO user_follows (follower_id, following_id) VALUES (?, ?), (?, ?)",
                ana.id(),
                ben.id(),
                ben.id(),
                ana.id());
        list(ana, "Bakers", ben);
        list(ben, "Painters", ana);
        sql.run("UPDATE user_list_members SET added_by = ?", ana.id());
        sql.run(
                "INSERT INTO interactions (user_id, email, action, points) VALUES (?, NULL, 'user_signup', 10),"
                        + " (NULL, 'ANA@example.org', 'newsletter_signup', 0), (?, NULL, 'user_signup', 10)",
                ana.id(),
                ben.id());
        sql.run(
                "INSERT INTO internal.notification_preference (user_id, category, channel, wanted) VALUES (?, 'lists', 'email', false)",
                ana.id());
        sql.run("INSERT INTO internal.notification_setting (user_id) VALUES (?)", ana.id());
        sql.run(
                "INSERT INTO internal.notification_mute (user_id, person_id) VALUES (?, ?), (?, ?)",
                ana.id(),
                ben.id(),
                ben.id(),
                ana.id());
        sql.run(
                "INSERT INTO internal.notification_delivery (user_id, event_key, category, kind, channel, state, due_at)"
                        + " VALUES (?, '1', 'lists', 'listed', 'email', 'queued', now())",
                ana.id());
        sql.run("INSERT INTO internal.unread_count (user_id) VALUES (?)", ana.id());
        sql.run(
                "INSERT INTO internal.stream_ticket (ticket_hash, user_id, expires_at) VALUES (repeat('0', 64), ?, now())",
                ana.id());
        sql.run(
                "INSERT INTO internal.announcement (created_by, words, words_es, due_at, state, told_until)"
                        + " VALUES (?, 'Hello', 'Hola', now(), 'told', ?)",
                ana.id(),
                ana.id());
        sql.run("UPDATE users SET screenname = 'Anita' WHERE id = ?", ana.id());
    }

    @Test
    void areCopied() {
        var request = asked.forACopy(ana, addresses());

        pump();

        var part = new JsonPath(asked.part(request, "engagement-service"));
        assertThat(part.getList("notifications.actor_screenname")).containsExactly("Ben");
        assertThat(part.getList("follows")).hasSize(2);
        assertThat(part.getList("lists.name")).containsExactly("Bakers");
        assertThat(part.getList("lists[0].members.user_id")).containsExactly(ben.id());
        assertThat(part.getList("points.action")).containsExactlyInAnyOrder("user_signup", "newsletter_signup");
        assertThat(part.getList("notificationWishes")).hasSize(3);
        assertThat(part.getList("formerScreennames.screenname")).containsExactly("Ana");
    }

    @Test
    void goAndLeaveNoTraceWithOthers() {
        var request = asked.forErasure(ana, addresses(), null);
        asked.tell("auth.user.deleted", ana, request);

        pump();

        assertThat(sql.list(
                        String.class, "SELECT target FROM notifications WHERE actor IS NULL AND actor_name IS NULL"))
                .containsExactly(ben.id());
        assertThat(sql.list(String.class, "SELECT name FROM user_lists WHERE member_count = 0"))
                .containsExactly("Painters");
        assertThat(sql.list(String.class, "SELECT id FROM user_follows")).isEmpty();
        assertThat(sql.list(String.class, "SELECT user_id FROM interactions")).containsExactly(ben.id());
        assertThat(Traces.of(ana.id()))
                .noneMatch(
                        place -> place.matches(
                                "public\\.(notifications|user_follows|user_list.*|interactions)\\..*|internal\\.(notification|unread|stream|announcement).*"))
                .contains("public.screenname_history.user_id");
        assertThat(Traces.of("Person Ana")).containsExactly("public.users.name");
        assertThat(asked.done(request)).containsExactly("engagement-service");
    }

    private void list(Person owner, String name, Person member) {
        sql.run(
                "WITH list AS (INSERT INTO user_lists (owner_id, name, member_count) VALUES (?, ?, 1) RETURNING id)"
                        + " INSERT INTO user_list_members (list_id, user_id) SELECT id, ? FROM list",
                owner.id(),
                name,
                member.id());
    }

    private byte[] addresses() {
        return SealedAddresses.seal(List.of("Ana@Example.org", "other@example.org"), ana.id(), keys);
    }

    private void pump() {
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }
}
