package club.panamia.schema.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.SidecarApp;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sidecar's schema stands first in its search path: its own functions must never run with more than its own rights. */
@ExtendWith(EmptyTables.class)
class ShadowingTest {

    private static final Map<String, String> SHADOWED = Map.of(
            "now()", "timestamptz",
            "clock_timestamp()", "timestamptz",
            "gen_random_uuid()", "uuid",
            "lower($1)", "text",
            "btrim($1)", "text");

    @Test
    void putsNothingInThePlaceOfWhatOurFunctionsCall() throws SQLException {
        var ana = new Seed().person("ana");
        try (var app = SidecarApp.trusted().withCode()) {
            var sql = app.sql();
            sql.run("CREATE TABLE heard (line text)");
            sql.run("CREATE TABLE users (id text)");
            SHADOWED.forEach((call, type) -> sql.run(shadow(call, type)));

            try (var connection = sql.open();
                    var statement = connection.createStatement()) {
                statement.execute("SET search_path = %s, pg_catalog, public".formatted(app.schema()));
                statement.execute("SELECT * FROM public.session_owner('%s')".formatted(ana.sessionToken()));
                statement.execute("INSERT INTO public.users (email) VALUES ('m@example.org')");
                statement.execute("UPDATE public.users SET name = 'Ana' WHERE id = '%s'".formatted(ana.id()));
                statement.execute("SELECT public.pana_id(), now()");
            }

            assertThat(sql.list(String.class, "SELECT DISTINCT line FROM heard"))
                    .containsExactly(app.role());
        }
    }

    /** Does what it stands in the way of, and writes down as whom. */
    private static String shadow(String call, String type) {
        return """
                CREATE FUNCTION %s RETURNS %s LANGUAGE plpgsql AS $$
                BEGIN
                  INSERT INTO heard VALUES (current_user);
                  RETURN pg_catalog.%s;
                END $$""".formatted(call.replace("$1", "text"), type, call);
    }
}
