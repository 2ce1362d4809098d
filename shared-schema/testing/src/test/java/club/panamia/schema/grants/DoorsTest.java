package club.panamia.schema.grants;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.Lines;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoorsTest {

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void openForThoseOfTheTableAndNobodyElse() {
        assertThat(held()).containsExactlyInAnyOrderElementsOf(expected());
    }

    @Test
    void runWithTheirOwnersRightsOnlyOnAPinnedPath() {
        assertThat(sql.list(String.class, """
                        SELECT oid::regprocedure::text FROM pg_proc
                        WHERE pronamespace IN ('public'::regnamespace, 'internal'::regnamespace) AND prosecdef
                          AND proconfig IS DISTINCT FROM '{"search_path=pg_catalog, pg_temp"}'""")).isEmpty();
    }

    @Test
    void belongToTheOwnerButForTheWatchdogs() {
        assertThat(sql.list(String.class, """
                        SELECT p.oid::regprocedure::text || ' ' || proowner::regrole FROM pg_proc p
                        WHERE pronamespace IN ('public'::regnamespace, 'internal'::regnamespace) AND prosecdef
                          AND proowner <> 'pana_owner'::regrole"""))
                .containsExactlyInAnyOrder(
                        "internal.end_stale_sidecars(interval) pana_watchdog",
                        "internal.end_blocking_sidecars(interval) pana_watchdog");
    }

    private static List<String> expected() {
        return Lines.of(DoorsTest.class, "doors.txt").stream()
                .flatMap(line -> {
                    var columns = line.split("\\s{2,}");
                    return Arrays.stream(columns[2].split(" "))
                            .flatMap(name -> Role.meantBy(name).stream())
                            .map(role -> columns[0] + " " + columns[1] + " " + role);
                })
                .toList();
    }

    private List<String> held() {
        var roles = String.join(",", Role.all(sql));
        var functions = sql.list(String.class, """
                SELECT 'function ' || p.oid::regprocedure || ' ' || r.role
                FROM unnest(string_to_array(?, ',')) r (role), pg_proc p
                WHERE p.pronamespace IN ('public'::regnamespace, 'internal'::regnamespace)
                  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
                  AND has_function_privilege(r.role, p.oid, 'EXECUTE')""", roles);
        var schemas = sql.list(String.class, """
                SELECT concat_ws(' ', 'schema', s.name, v.verb, r.role)
                FROM unnest(string_to_array(?, ',')) r (role), unnest('{public,internal}'::text[]) s (name),
                     unnest('{USAGE,CREATE}'::text[]) v (verb)
                WHERE has_schema_privilege(r.role, s.name, v.verb)""", roles);
        var sequences = sql.list(String.class, """
                SELECT concat_ws(' ', 'sequence', s.oid::regclass, v.verb, r.role)
                FROM unnest(string_to_array(?, ',')) r (role), pg_class s, unnest('{USAGE,SELECT,UPDATE}'::text[]) v (verb)
                WHERE s.relkind = 'S' AND s.relnamespace IN ('public'::regnamespace, 'internal'::regnamespace)
                  AND has_sequence_privilege(r.role, s.oid, v.verb)""", roles);
        return Stream.of(functions, schemas, sequences).flatMap(List::stream).toList();
    }
}
