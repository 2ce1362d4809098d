package club.panamia.k8s.pooler;

import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pooler's settings as they are rendered, read as PgBouncer reads them: the last word counts. */
public record PgBouncerIni(Map<String, String> settings, Map<String, Map<String, String>> databases) {

    /** Of the ConfigMap that the overlay's poolers mount. */
    public static PgBouncerIni of(Manifests manifests) {
        var files = manifests.configMap("pgbouncer").root().at("data");
        var ini = new PgBouncerIni(new HashMap<>(), new HashMap<>());
        var section = "";
        for (var line : whole(files)) {
            if (line.startsWith("[")) {
                section = line;
            } else if (section.equals("[pgbouncer]")) {
                ini.settings.put(key(line), value(line));
            } else if (section.equals("[databases]")) {
                ini.databases.put(key(line), pairs(value(line)));
            }
        }
        return ini;
    }

    public String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    public int number(String name) {
        return Integer.parseInt(settings.getOrDefault(name, "0"));
    }

    /** Server connections of one pool, which is one role on one database in one PgBouncer; none where it does not know the database. */
    public int poolSize(String database) {
        return databases.containsKey(database)
                ? Integer.parseInt(databases.get(database).getOrDefault("pool_size", "20"))
                : 0;
    }

    private static List<String> whole(Node files) {
        var lines = new ArrayList<String>();
        for (var line : lines(files.at("pgbouncer.ini"))) {
            if (line.startsWith("%include")) {
                lines.addAll(lines(files.at(line.replaceFirst(".*/", ""))));
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<String> lines(Node file) {
        return file.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith(";"))
                .toList();
    }

    private static Map<String, String> pairs(String text) {
        var pairs = new HashMap<String, String>();
        Stream.of(text.split("\\s+")).forEach(pair -> pairs.put(key(pair), value(pair)));
        return pairs;
    }

    private static String key(String line) {
        return line.substring(0, Math.max(0, line.indexOf('='))).strip();
    }

    private static String value(String line) {
        return line.substring(line.indexOf('=') + 1).strip();
    }
}
