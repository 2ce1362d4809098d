package club.panamia.schema.session;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmptyTables.class)
class SessionDoorsTest {

    private final Sql sql = TestDatabase.get().sql();
    private final Seed seed = new Seed();
    private Person ana;

    @BeforeEach
    void ana() {
        ana = seed.person("ana");
    }

    @Test
    void tellWhoHoldsAnOpenSession() {
        assertThat(actor(ana.sessionToken()))
                .containsEntry("user_id", ana.id())
                .containsEntry("screenname", "ana")
                .containsEntry("session_public_id", publicId());
        assertThat(owner(ana.sessionToken())).containsEntry("user_id", ana.id());
        assertThat(isAlive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE sessions SET expires = now() - interval '1 second'",
                "UPDATE users SET locked_at = now()",
                "UPDATE users SET email = NULL, name = NULL, screenname = NULL, scrubbed_at = now()",
                "DELETE FROM sessions"
            })
    void areSilentAboutOneThatIsOver(String end) {
        sql.run("UPDATE sessions SET expires = now() + interval '1 day'");
        var publicId = publicId();

        sql.run(end);

        assertThat(rows("session_actor", ana.sessionToken())).isEmpty();
        assertThat(sql.rows("SELECT * FROM session_owner(?)", ana.sessionToken()))
                .isEmpty();
        assertThat(sql.one(Boolean.class, "SELECT internal.session_alive(?)", publicId))
                .isFalse();
        assertThat(touch(ana.sessionToken())).isFalse();
    }

    @Test
    void openForTheTokenOnlyNotForThePublicId() {
        assertThat(rows("session_actor", publicId())).isEmpty();
        assertThat(sql.rows("SELECT * FROM session_owner(?)", publicId())).isEmpty();
        assertThat(touch(publicId())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "mentoringModerator, mentoring-moderator",
        "contentModerator, content-moderator",
        "eventOrganizer, event-organizer"
    })
    void giveScopedRolesToSessionsOfAuthServiceOnly(String stored, String role) throws SQLException {
        var moderator = seed.withRole("mia", stored);

        assertThat(roles(moderator.sessionToken())).containsExactly("member", role);
        assertThat(roles(seed.session(moderator.id(), "sidecar_shop", Duration.ofDays(1))))
                .containsExactly("member");
    }

    @Test
    void giveAdminToSessionsOfAuthServiceOnly() throws SQLException {
        var admin = seed.admin("boss");

        assertThat(roles(admin.sessionToken())).containsExactly("member", "admin");
        assertThat(roles(seed.session(admin.id(), "pana_ops", Duration.ofDays(1))))
                .containsExactly("member");
        assertThat(roles(ana.sessionToken())).containsExactly("member");
    }

    @Test
    void nameTheLoginRoleThatIssuedIt() {
        TestDatabase.get()
                .sqlAs("pana_auth")
                .run(
                        "INSERT INTO sessions (session_token, user_id, expires) VALUES ('0123456789abcdef', ?, now())",
                        ana.id());

        assertThat(sql.one(String.class, "SELECT issued_by FROM sessions WHERE session_token = '0123456789abcdef'"))
                .isEqualTo("pana_auth");
    }

    @Test
    void extendASessionToThirtyDaysAtMostOnceADay() {
        sql.run("UPDATE sessions SET expires = now() + interval '28 days 23 hours'");
        assertThat(actor(ana.sessionToken())).containsEntry("due", true);

        assertThat(touch(ana.sessionToken())).isTrue();
        assertThat(daysLeft()).isBetween(29.9, 30.0);
        assertThat(actor(ana.sessionToken())).containsEntry("due", false);

        assertThat(touch(ana.sessionToken())).isFalse();
        sql.run("UPDATE sessions SET expires = now() + interval '29 days 1 minute'");
        assertThat(touch(ana.sessionToken())).isFalse();
    }

    @Test
    void noteAVisitAtMostOnceInAQuarterOfAnHour() {
        sql.run("UPDATE sessions SET last_seen_at = now() - interval '14 minutes'");
        assertThat(actor(ana.sessionToken())).containsEntry("due", false);
        assertThat(touch(ana.sessionToken())).isFalse();

        sql.run(
                "UPDATE sessions SET last_seen_at = now() - interval '16 minutes', expires = now() + interval '29.5 days'");
        assertThat(actor(ana.sessionToken())).containsEntry("due", true);

        assertThat(touch(ana.sessionToken())).isTrue();
        assertThat(sql.one(Boolean.class, "SELECT last_seen_at > now() - interval '1 minute' FROM sessions"))
                .isTrue();
        assertThat(daysLeft()).isBetween(29.4, 29.5);
        assertThat(actor(ana.sessionToken())).containsEntry("due", false);
    }

    @Test
    void extendItOnceForManyRequestsAtOnce() {
        sql.run("UPDATE sessions SET expires = now() + interval '1 day'");

        var extended = Race.of(10, runner -> () -> touch(ana.sessionToken()));

        assertThat(Collections.frequency(extended, true)).isEqualTo(1);
    }

    private Map<String, Object> actor(String token) {
        return rows("session_actor", token).getFirst();
    }

    private Map<String, Object> owner(String token) {
        return sql.rows("SELECT * FROM session_owner(?)", token).getFirst();
    }

    private List<String> roles(String token) throws SQLException {
        return List.of((String[]) ((Array) actor(token).get("roles")).getArray());
    }

    /** As a service asks. */
    private static List<Map<String, Object>> rows(String door, String token) {
        return TestDatabase.get().sqlAs("pana_social").rows("SELECT * FROM internal.%s(?)".formatted(door), token);
    }

    private static boolean touch(String token) {
        return TestDatabase.get().sqlAs("pana_social").one(Boolean.class, "SELECT touch_session(?)", token);
    }

    private boolean isAlive() {
        return TestDatabase.get()
                .sqlAs("pana_social")
                .one(Boolean.class, "SELECT internal.session_alive(?)", publicId());
    }

    private String publicId() {
        return sql.one(String.class, "SELECT public_id FROM sessions WHERE session_token = ?", ana.sessionToken());
    }

    private double daysLeft() {
        return sql.one(Double.class, "SELECT extract(epoch FROM expires - now())::float8 / 86400 FROM sessions");
    }
}
