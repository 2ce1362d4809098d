package club.panamia.schema.grants;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.RolledBack;
import club.panamia.schema.fixture.SidecarApp;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same table of rights, tried by who is logged in: statements that would do nothing, for the right alone. */
class RightsTriedTest {

    private static final String DENIED = "42501";

    private final Sql owner = TestDatabase.get().sql();
    private final Map<String, List<String>> columnsOfTable = CatalogRights.columnsOfTable(owner);
    private final Set<Right> expected = ExpectedRights.read(columnsOfTable);
    private final Set<String> generated = Set.copyOf(owner.list(String.class, """
            SELECT attrelid::regclass || '.' || attname FROM pg_attribute WHERE attgenerated <> '' AND NOT attisdropped"""));

    static List<String> loginRoles() {
        var roles = new java.util.ArrayList<>(Role.SERVICES);
        roles.addAll(List.of("pana_eraser", "pana_migrator"));
        return roles;
    }

    @ParameterizedTest
    @MethodSource("loginRoles")
    void holdForWhoIsLoggedIn(String role) {
        tryEverything(TestDatabase.get().sqlAs(role), Set.of(role));
    }

    @Test
    void holdForAnybodysApp() {
        try (var app = SidecarApp.ordinary()) {
            tryEverything(app.sql(), Set.of("sidecar"));
        }
    }

    @Test
    void holdForATrustedApp() {
        try (var app = SidecarApp.trusted()) {
            tryEverything(app.sql(), Set.of("sidecar", "sidecar_auth"));
        }
    }

    private void tryEverything(Sql as, Set<String> roles) {
        var tries = 0;
        try (var session = new RolledBack(as)) {
            for (var table : columnsOfTable.keySet()) {
                for (var verb : List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE")) {
                    var allowed = allowed(roles, table, verb);
                    for (var column : columnsToTry(table, verb)) {
                        var refused = session.refusal(statement(verb, table, column));
                        tries++;
                        assertThat(refused == null ? "allowed" : refused.state())
                                .as("%s: %s", roles, statement(verb, table, column))
                                .isEqualTo(allowed.contains(column) ? "allowed" : DENIED);
                    }
                }
            }
        }
        assertThat(tries).isGreaterThan(1000);
    }

    private Set<String> allowed(Set<String> roles, String table, String verb) {
        var columns = expected.stream()
                .filter(right -> roles.contains(right.role())
                        && right.table().equals(table)
                        && right.verb().equals(verb))
                .map(Right::column)
                .collect(Collectors.toCollection(TreeSet::new));
        if (columns.contains(Right.WHOLE)) {
            columns.addAll(columnsOfTable.get(table));
        }
        return columns;
    }

    private List<String> columnsToTry(String table, String verb) {
        return switch (verb) {
            case "DELETE", "TRUNCATE" -> List.of(Right.WHOLE);
            // Nobody may give a generated column a value: that is refused for another reason.
            case "INSERT" ->
                columnsOfTable.get(table).stream()
                        .filter(column -> !generated.contains(table + "." + column))
                        .toList();
            default -> columnsOfTable.get(table);
        };
    }

    private static String statement(String verb, String name, String column) {
        var table = name.contains(".") ? name : "public." + name;
        return switch (verb) {
            case "SELECT" -> "SELECT \"%s\" FROM %s WHERE false".formatted(column, table);
            case "INSERT" -> "INSERT INTO %s (\"%s\") SELECT NULL WHERE false".formatted(table, column);
            case "UPDATE" -> "UPDATE %s SET \"%s\" = DEFAULT WHERE false".formatted(table, column);
            case "DELETE" -> "DELETE FROM %s WHERE false".formatted(table);
            default -> "TRUNCATE %s".formatted(table);
        };
    }
}
