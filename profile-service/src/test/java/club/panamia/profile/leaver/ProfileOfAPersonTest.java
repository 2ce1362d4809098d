package club.panamia.profile.leaver;

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

/** A profile when its person leaves, or wants to see it. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProfileOfAPersonTest {

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
    void profiles() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        seed.approvedProfile(ana);
        sql.run(
                "UPDATE profiles SET phone_number = '305 555 0100', descriptions = '{\"details\": \"I paint\"}', address_line1 = 'Calle 8',"
                        + " administrative = '{\"note\": \"staff only\"}' WHERE user_id = ?",
                ana.id());
        seed.approvedProfile(ben);
        sql.run("UPDATE profiles SET reviewed_by = ? WHERE user_id = ?", ana.id(), ben.id());
        sql.run("INSERT INTO profiles (email, name, status, reviewed_at, review_reason)"
                + " VALUES ('other@example.org', 'Imported Ana', 'suspended', now(), 'Rude words')");
        sql.run(
                "UPDATE profiles SET audience = '{\"email\": \"members\"}', mail_locale = 'es', hidden = true, active = false"
                        + " WHERE user_id = ? OR email = 'other@example.org'",
                ana.id());
        sql.run(
                "INSERT INTO internal.profile_history (profile_id, actor_id, step, reason)"
                        + " SELECT id, ?, 'suspended', name || ' was rude' FROM profiles",
                ben.id());
    }

    @Test
    void isCopied() {
        var request = asked.forACopy(ana, addresses());

        pump();

        var part = new JsonPath(asked.part(request, "profile-service"));
        assertThat(part.getList("profiles.name")).containsExactlyInAnyOrder("Profile Ana", "Imported Ana");
        assertThat(part.getList("profiles.phone_number")).contains("305 555 0100");
        assertThat(part.getList("profileHistory.reason"))
                .containsExactlyInAnyOrder("Profile Ana was rude", "Imported Ana was rude");
        assertThat(asked.part(request, "profile-service"))
                .doesNotContain("staff only")
                .doesNotContain(ben.id());
    }

    @Test
    void isEmptiedInPlaceAndNobodysToSee() {
        var request = asked.forErasure(ana, addresses(), "Ana");
        asked.tell("auth.user.deleted", ana, request);

        pump();

        assertThat(sql.list(
                        String.class,
                        "SELECT DISTINCT name FROM profiles WHERE scrubbed_at IS NOT NULL AND NOT active"))
                .containsExactly("Former Member");
        for (var word : List.of(
                "305 555 0100",
                "I paint",
                "Calle 8",
                "Profile Ana",
                "Imported Ana",
                "other@example.org",
                "Rude words",
                "Profile Ana was rude",
                "Imported Ana was rude")) {
            assertThat(Traces.of(word)).as(word).isEmpty();
        }
        assertThat(Traces.of(ana.email())).containsExactlyInAnyOrder("public.users.email", "internal.email_claim.norm");
        assertThat(
                        sql.list(
                                String.class,
                                "SELECT DISTINCT concat_ws(' ', audience::text, hidden, mail_locale) FROM profiles WHERE scrubbed_at IS NOT NULL"))
                .containsExactly("{} f en");
        assertThat(sql.list(String.class, "SELECT reason FROM internal.profile_history ORDER BY reason"))
                .containsExactly("Profile Ben was rude", "The account was deleted.", "The account was deleted.");
        assertThat(sql.list(String.class, "SELECT reviewed_by FROM profiles WHERE reviewed_by IS NOT NULL"))
                .isEmpty();
        assertThat(sql.one(String.class, "SELECT name FROM profiles WHERE user_id = ?", ben.id()))
                .isEqualTo("Profile Ben");
        assertThat(asked.done(request)).containsExactly("profile-service");
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
