package club.panamia.docs.tables;

import club.panamia.docs.Checkout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the SQL files say: which tables stand in {@code public}, and who may write them. */
final class Migrations {

    private static final String FOLDER = "shared-schema/migrations/sql/";
    private static final Pattern TABLE = Pattern.compile("(?m)^CREATE TABLE (\\w+) \\(");
    private static final Pattern GRANT = Pattern.compile("GRANT ([A-Z, ]+) ON ([a-z_., ]+?) TO (pana_[a-z]+);");

    private Migrations() {}

    static List<String> tables() {
        return Checkout.files(name -> name.matches(FOLDER + "\\d{4}_.*\\.sql")).stream()
                .flatMap(file -> TABLE.matcher(Checkout.text(file)).results())
                .map(match -> match.group(1))
                .toList();
    }

    /** The services with the most rights on whole tables: one, but where nobody may write and several read. */
    static Map<String, Set<String>> owners() {
        var rights = rights();
        var owners = new HashMap<String, Set<String>>();
        rights.forEach((table, byService) -> {
            var most = byService.values().stream().mapToInt(Set::size).max().orElse(0);
            byService.forEach((service, verbs) -> {
                if (verbs.size() == most) {
                    owners.computeIfAbsent(table, t -> new TreeSet<>()).add(service);
                }
            });
        });
        return owners;
    }

    private static Map<String, Map<String, Set<String>>> rights() {
        var grants =
                Checkout.text(FOLDER + "grants.sql").replaceAll("--[^\n]*", "").replaceAll("\\s+", " ");
        var rights = new HashMap<String, Map<String, Set<String>>>();
        GRANT.matcher(grants).results().forEach(grant -> {
            var service = grant.group(3).replace("pana_", "") + "-service";
            for (var table : grant.group(2).split(", *")) {
                rights.computeIfAbsent(table.strip(), t -> new HashMap<>())
                        .computeIfAbsent(service, s -> new TreeSet<>())
                        .addAll(List.of(grant.group(1).split(", *")));
            }
        });
        return rights;
    }
}
