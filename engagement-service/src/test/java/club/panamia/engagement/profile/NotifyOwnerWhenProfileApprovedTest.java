package club.panamia.engagement.profile;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class NotifyOwnerWhenProfileApprovedTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EventPump pump;

    @Test
    void tellsTheOwner() {
        var ana = seed.person("Ana");
        var profile = seed.approvedProfile(ana);
        approved(profile, ana.id());

        pump();

        as(ana).get("/api/notifications")
                .then()
                .statusCode(200)
                .body("items.type", contains("Accept"))
                .body("items[0].context", is("system"))
                .body("items[0].objectType", is("profile"))
                .body("items[0].object", is(profile))
                .body("items[0].objectUrl", is("/p/Ana"))
                .body("items[0].displayMessage", is("Your profile is in the directory now."))
                .body("items[0]", not(hasKey("actor")))
                .body("items[0]", not(hasKey("expiresAt")));
    }

    @ParameterizedTest
    @CsvSource({
        "declined, Reject, Your profile is not in the directory yet; something is to be changed",
        "suspended, Delete, Your profile was taken out of the directory",
        "restored, Undo, Your profile is back"
    })
    void tellsTheOwnerAlsoOfOtherDecisions(String decision, String type, String sentence) {
        var ana = seed.person("Ana");
        decided(decision, "p-1", ana.id());

        pump();

        as(ana).get("/api/notifications")
                .then()
                .body("items.type", contains(type))
                .body("items[0].displayMessage", is(sentence))
                .body("items[0]", not(hasKey("actor")));
        assertThat(sql.list(String.class, "SELECT reason FROM internal.notification_delivery"))
                .containsExactly("own-letter");
    }

    @Test
    void leadsNowhereWithoutAScreenname() {
        var ana = seed.person("Ana");
        sql.run("UPDATE users SET screenname = NULL WHERE id = ?", ana.id());
        approved("p-1", ana.id());

        pump();

        as(ana).get("/api/notifications")
                .then()
                .body("items.type", contains("Accept"))
                .body("items[0]", not(hasKey("objectUrl")));
    }

    @Test
    void tellsItOnceHoweverOftenTheEventIsDelivered() {
        var ana = seed.person("Ana");
        approved("p-1", ana.id());
        pump();

        sql.run("UPDATE internal.event_cursor SET position = 0 WHERE consumer = 'engagement-service'");
        assertThat(pump()).isEqualTo(1);

        assertThat(told(ana)).isEqualTo(1);
    }

    @Test
    void tellsItOnceAlsoWhenManyPumpsRunAtOnce() {
        var ana = seed.person("Ana");
        approved("p-1", ana.id());

        Race.of(5, i -> this::pump);

        assertThat(told(ana)).isEqualTo(1);
    }

    @Test
    void tellsEachEventOfItsOwn() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        approved("p-1", ana.id());
        approved("p-2", ben.id());
        approved("p-1", ana.id());

        pump();

        assertThat(told(ana)).isEqualTo(2);
        assertThat(told(ben)).isEqualTo(1);
    }

    @Test
    void tellsNobodyWhereThereIsNobody() {
        var ben = seed.person("Ben");
        sql.run(
                "UPDATE users SET scrubbed_at = now(), email = NULL, email_verified = NULL, email_proven_at = NULL,"
                        + " screenname = NULL, name = NULL WHERE id = ?",
                ben.id());
        approved("p-1", null);
        approved("p-2", "gone");
        approved("p-3", ben.id());

        assertThat(pump()).isEqualTo(3);

        assertThat(sql.list(String.class, "SELECT id FROM notifications")).isEmpty();
        assertThat(sql.list(String.class, "SELECT id FROM internal.parked_event"))
                .isEmpty();
    }

    private void approved(String profileId, @Nullable String userId) {
        decided("approved", profileId, userId);
    }

    /** As profile-service records it. */
    private void decided(String decision, String profileId, @Nullable String userId) {
        sql.run("""
                INSERT INTO internal.event (type, actor_id, payload)
                VALUES ('profile.profile.' || ?, 'an-admin',
                        jsonb_build_object('profileId', CAST(? AS text), 'userId', CAST(? AS text), 'version', 3))
                """, decision, profileId, userId);
    }

    private int pump() {
        return pump.drain().await().atMost(Duration.ofSeconds(30));
    }

    private long told(Person person) {
        return sql.one(Long.class, "SELECT count(*) FROM notifications WHERE target = ?", person.id());
    }
}
