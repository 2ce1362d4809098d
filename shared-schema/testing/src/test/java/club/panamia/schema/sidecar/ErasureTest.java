package club.panamia.schema.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.SidecarApp;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Physical deletion: what goes, what stays, who holds it up. */
@ExtendWith(EmptyTables.class)
class ErasureTest {

    private final Sql owner = TestDatabase.get().sql();
    private final Seed seed = new Seed();
    private Person ana;

    @BeforeEach
    void ana() {
        ana = seed.person("ana");
    }

    @Test
    void takesWhatIsAPersonsAndLeavesWhatIsTheCommunitys() {
        var article = seed.publishedArticle(ana, "hola");
        owner.run("INSERT INTO notifications (type, target, context) VALUES ('Follow', ?, 'follow')", ana.id());
        scrub(ana);

        assertThat(erase(ana)).isEqualTo("gone");

        assertThat(owner.list(String.class, "SELECT id FROM users")).isEmpty();
        assertThat(owner.list(String.class, "SELECT user_id FROM sessions")).isEmpty();
        assertThat(owner.list(String.class, "SELECT id FROM notifications")).isEmpty();
        assertThat(owner.list(String.class, "SELECT id FROM articles WHERE author_id IS NULL"))
                .containsExactly(article);
        assertThat(owner.list(String.class, "SELECT screenname FROM screenname_history"))
                .containsExactly("ana");
    }

    @Test
    void waitsUntilThePersonIsScrubbed() {
        assertThat(erase(ana)).isEqualTo("not scrubbed");
        assertThat(owner.list(String.class, "SELECT id FROM users")).containsExactly(ana.id());
    }

    @Test
    void happensOnlyInTheErasersSession() {
        scrub(ana);

        assertThat(TestDatabase.get()
                        .sqlAs("pana_auth")
                        .refusal("SELECT internal.erase_user(?)", ana.id())
                        .state())
                .isEqualTo("42501");
        assertThat(owner.one(String.class, "SELECT internal.erase_user(?)", ana.id()))
                .contains("session of pana_eraser");
        assertThat(owner.refusal("DELETE FROM users").constraint()).isEqualTo("users_erase_check");
    }

    @Test
    void isNotTheErasersChoice() {
        assertThat(TestDatabase.get()
                        .sqlAs("pana_eraser")
                        .refusal("DELETE FROM users")
                        .constraint())
                .isEqualTo("users_erase_check");
    }

    @Test
    void tellsWhichTableOfASidecarHoldsTheRow() {
        try (var app = SidecarApp.ordinary()) {
            app.sql().run("CREATE TABLE bookings (owner_id text REFERENCES users (id))");
            app.sql().run("CREATE TABLE late (owner_id text REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED)");
            var ben = seed.person("ben");
            app.sql().run("INSERT INTO bookings VALUES (?)", ana.id());
            app.sql().run("INSERT INTO late VALUES (?)", ben.id());
            scrub(ana);
            scrub(ben);

            assertThat(erase(ana)).isEqualTo(app.schema() + ".bookings");
            assertThat(erase(ben)).isEqualTo(app.schema() + ".late");
            assertThat(owner.list(String.class, "SELECT id FROM users")).containsExactlyInAnyOrder(ana.id(), ben.id());
        }
    }

    @Test
    void takesASidecarsRowsWithItWhereTheirKeySaysSo() {
        try (var app = SidecarApp.ordinary()) {
            app.sql().run("CREATE TABLE notes (owner_id text REFERENCES users (id) ON DELETE CASCADE)");
            app.sql().run("INSERT INTO notes VALUES (?)", ana.id());
            scrub(ana);

            assertThat(erase(ana)).isEqualTo("gone");
            assertThat(app.sql().list(String.class, "SELECT owner_id FROM notes"))
                    .isEmpty();
        }
    }

    @Test
    void isReportedWhenASidecarsTriggerRefusesAndHurtsNobodyElse() {
        try (var app = SidecarApp.ordinary().withCode()) {
            var sql = app.sql();
            sql.run("CREATE TABLE notes (owner_id text REFERENCES users (id) ON DELETE CASCADE)");
            sql.run("CREATE FUNCTION veto() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''never''; END'");
            sql.run("CREATE TRIGGER veto AFTER DELETE ON notes FOR EACH ROW EXECUTE FUNCTION veto()");
            var ben = seed.person("ben");
            sql.run("INSERT INTO notes VALUES (?)", ana.id());
            scrub(ana);
            scrub(ben);

            assertThat(erase(ana)).startsWith("never (PL/pgSQL function").contains(app.schema() + ".veto()");
            assertThat(owner.list(String.class, "SELECT id FROM users WHERE email IS NULL"))
                    .contains(ana.id());
            assertThat(erase(ben)).isEqualTo("gone");
        }
    }

    private void scrub(Person person) {
        owner.run(
                "UPDATE users SET email = NULL, name = NULL, screenname = NULL, scrubbed_at = now() WHERE id = ?",
                person.id());
    }

    private static String erase(Person person) {
        return TestDatabase.get()
                .sqlAs("pana_eraser")
                .one(String.class, "SELECT coalesce(internal.erase_user(?), 'gone')", person.id());
    }
}
