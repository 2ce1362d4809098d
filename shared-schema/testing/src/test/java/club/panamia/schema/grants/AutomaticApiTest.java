package club.panamia.schema.grants;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.liquibase.SchemaInstaller;
import club.panamia.schema.fixture.RolledBack;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Some hosts turn every table into an API and give it to the roles anon and authenticated. */
class AutomaticApiTest {

    @Test
    void exposesNoTableOnceTheGrantsAreApplied() throws IOException {
        try (var session = new RolledBack(new Sql(TestDatabase.get().asAdmin(), null))) {
            givenAHostThatExposesEverything(session);

            session.run("SET LOCAL ROLE pana_owner");
            session.run("SET LOCAL search_path = public, internal");
            session.run(grants());

            assertThat(session.list(String.class, """
                            SELECT c.oid::regclass::text FROM pg_class c, unnest('{anon,authenticated}'::text[]) role
                            WHERE relnamespace IN ('public'::regnamespace, 'internal'::regnamespace) AND relkind = 'r'
                              AND has_any_column_privilege(role, c.oid, 'SELECT,INSERT,UPDATE,REFERENCES')""")).isEmpty();
            assertThat(session.one(
                            Boolean.class,
                            "SELECT has_function_privilege('anon', 'session_owner(text)', 'EXECUTE')"
                                    + " OR has_schema_privilege('authenticated', 'internal', 'USAGE')"))
                    .isFalse();
        }
    }

    private static void givenAHostThatExposesEverything(RolledBack session) {
        // Only a member may act as the owner, unless it is a superuser.
        session.run("GRANT pana_owner TO CURRENT_USER");
        session.run("""
                DO $$ BEGIN
                  CREATE ROLE anon;
                  CREATE ROLE authenticated;
                EXCEPTION WHEN duplicate_object THEN
                  NULL;
                END $$""");
        session.run("SET LOCAL ROLE pana_owner");
        session.run("GRANT ALL ON ALL TABLES IN SCHEMA public, internal TO anon, authenticated");
        session.run("GRANT ALL ON ALL FUNCTIONS IN SCHEMA public, internal TO anon, authenticated");
        session.run("GRANT USAGE ON SCHEMA public, internal TO anon, authenticated");
        session.run("RESET ROLE");
    }

    private static String grants() throws IOException {
        try (var file = SchemaInstaller.class.getResourceAsStream("/db/grants.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
