package club.panamia.schema.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.SidecarApp;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * When a person's row goes, a sidecar's triggers run in the session that deletes it. Here the sidecar is of the trusted tier
 * and the host lets it write functions: whatever they try, they find themselves in a session that may do nothing.
 */
@ExtendWith(EmptyTables.class)
class ErasureAttackTest {

    /** Tries a statement and writes down, in a table that everybody may write, what became of it and as whom. */
    private static final String ATTEMPT = """
            CREATE FUNCTION attempt(what text) RETURNS void LANGUAGE plpgsql AS $$
            BEGIN
              EXECUTE what;
              INSERT INTO %1$s.heard VALUES ('done as ' || current_user || ': ' || what);
            EXCEPTION WHEN OTHERS THEN
              INSERT INTO %1$s.heard VALUES (SQLSTATE || ' as ' || current_user || ': ' || what);
            END $$""";

    private final SidecarApp app = SidecarApp.trusted().withCode();
    private final Sql sql = app.sql();
    private final Sql owner = TestDatabase.get().sql();
    private Person boss;
    private Person mallory;

    @BeforeEach
    void givenASidecarWhoseRowsGoWithTheirPerson() {
        boss = new Seed().admin("boss");
        mallory = new Seed().person("mallory");
        sql.run("CREATE TABLE notes (owner_id text REFERENCES users (id) ON DELETE CASCADE)");
        sql.run("CREATE TABLE heard (line text)");
        sql.run("CREATE TABLE later (n int)");
        sql.run("GRANT ALL ON heard, later TO PUBLIC");
        sql.run("GRANT USAGE ON SCHEMA %s TO PUBLIC".formatted(app.schema()));
        sql.run(ATTEMPT.formatted(app.schema()));
        sql.run("INSERT INTO notes VALUES (?)", mallory.id());
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void findsNoRightsInTheDeletersPlace() {
        trigger(
                "AFTER DELETE ON notes",
                "",
                List.of(
                        "UPDATE public.users SET role = 'admin'",
                        "UPDATE public.users SET email = 'm@example.org'",
                        "INSERT INTO public.sessions (session_token, user_id, expires) VALUES ('0123456789abcdef', 'x', now())",
                        "DELETE FROM public.users",
                        "SELECT private_key FROM internal.signing_key",
                        "SET ROLE pana_auth"));

        erase(mallory);

        assertThat(heard()).hasSize(6).allMatch(line -> line.matches("(42501|23514) as pana_eraser: .*"));
        assertThat(owner.list(String.class, "SELECT id FROM users")).containsExactly(boss.id());
    }

    /** A function that runs as its maker may issue sessions; the issuer is who is logged in, and that is not auth-service. */
    @Test
    void issuesNoSessionInTheNameOfAuthService() {
        trigger(
                "BEFORE DELETE ON notes",
                "SECURITY DEFINER",
                List.of(
                        "INSERT INTO public.sessions (session_token, user_id, expires) VALUES ('0123456789abcdef', '%s', now() + interval '1 day')"
                                .formatted(boss.id()),
                        "INSERT INTO public.accounts (user_id, type, provider, provider_account_id) VALUES ('%s', 'oidc', 'google', '1')"
                                .formatted(boss.id())));

        erase(mallory);

        assertThat(heard()).hasSize(2).allMatch(line -> line.startsWith("done as " + app.role()));
        assertThat(owner.one(String.class, "SELECT issued_by FROM sessions WHERE session_token = '0123456789abcdef'"))
                .isEqualTo("pana_eraser");
        assertThat(owner.one(String.class, "SELECT linked_by FROM accounts")).isEqualTo("pana_eraser");
    }

    /** A deferred trigger runs at the end of the transaction, outside of the function that deleted. */
    @Test
    void gainsNothingByWaitingForTheCommit() {
        trigger(
                "AFTER DELETE ON notes",
                "",
                List.of("SET CONSTRAINTS ALL DEFERRED", "INSERT INTO %s.later VALUES (1)".formatted(app.schema())));
        trigger(
                "AFTER INSERT ON later DEFERRABLE",
                "",
                List.of("UPDATE public.users SET role = 'admin'", "SET ROLE pana_owner", "SET ROLE pana_auth"));

        erase(mallory);

        assertThat(heard())
                .contains(
                        "42501 as pana_eraser: UPDATE public.users SET role = 'admin'",
                        "42501 as pana_eraser: SET ROLE pana_owner",
                        "42501 as pana_eraser: SET ROLE pana_auth");
    }

    /** Our own triggers run as our owner where our foreign keys act: they must not look for functions where a stranger says. */
    @Test
    void putsNoFunctionInThePlaceOfOneThatOurTriggersCall() {
        var ana = new Seed().person("ana");
        new Seed().approvedProfile(ana);
        scrub(ana);
        sql.run("""
                CREATE FUNCTION clock_timestamp() RETURNS timestamptz LANGUAGE plpgsql AS $$
                BEGIN
                  PERFORM %s.attempt('UPDATE public.users SET role = ''admin''');
                  RETURN pg_catalog.clock_timestamp();
                END $$""".formatted(app.schema()));
        trigger(
                "AFTER DELETE ON notes",
                "",
                List.of(
                        "SET search_path = %s, pg_catalog".formatted(app.schema()),
                        "DELETE FROM public.users WHERE id = '%s'".formatted(ana.id())));

        erase(mallory);

        assertThat(heard()).hasSize(2).allMatch(line -> line.startsWith("done as pana_eraser"));
        assertThat(owner.list(String.class, "SELECT role FROM users")).containsExactly("admin");
        assertThat(owner.one(Boolean.class, "SELECT user_id IS NULL FROM profiles"))
                .isTrue();
    }

    private void trigger(String on, String rights, List<String> attempts) {
        var name = "attack" + on.replaceAll("\\W", "_").toLowerCase(java.util.Locale.ROOT);
        var body = String.join(
                " ",
                attempts.stream()
                        .map(what -> "PERFORM %s.attempt('%s');".formatted(app.schema(), what.replace("'", "''")))
                        .toList());
        sql.run(
                "CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql %s AS $$ BEGIN %s RETURN coalesce(NEW, OLD); END $$"
                        .formatted(name, rights, body));
        sql.run("CREATE %s TRIGGER %s %s FOR EACH ROW EXECUTE FUNCTION %s()"
                .formatted(on.contains("DEFERRABLE") ? "CONSTRAINT" : "", name, on, name));
    }

    private void erase(Person person) {
        scrub(person);
        assertThat(TestDatabase.get()
                        .sqlAs("pana_eraser")
                        .one(String.class, "SELECT coalesce(internal.erase_user(?), 'gone')", person.id()))
                .isEqualTo("gone");
    }

    private void scrub(Person person) {
        owner.run(
                "UPDATE users SET email = NULL, name = NULL, screenname = NULL, scrubbed_at = now() WHERE id = ?",
                person.id());
    }

    private List<String> heard() {
        return sql.list(String.class, "SELECT line FROM heard");
    }
}
