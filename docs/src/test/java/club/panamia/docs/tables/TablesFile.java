package club.panamia.docs.tables;

import club.panamia.docs.Checkout;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code docs/tables.yaml}: the one source of the page of tables. */
final class TablesFile {

    private static final String HEAD = """
            # Tables

            Which service owns each of the 27 tables of schema `public`, what writes and reads it, which tests show it, and
            which later work a table waits for. Generated from `tables.yaml` beside this page and checked against the
            migrations, `grants.sql`, the API files and the tests; `bin/accept-docs` takes a change over.

            | Table | Owner | Written by | Read by | Tests | Waits for |
            |---|---|---|---|---|---|
            """;

    private TablesFile() {}

    static Map<String, Entry> read() {
        try {
            return new YAMLMapper()
                    .readValue(Checkout.text("docs/tables.yaml"), new TypeReference<LinkedHashMap<String, Entry>>() {});
        } catch (JsonProcessingException e) {
            throw new AssertionError("docs/tables.yaml cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /** The page as it should stand in {@code docs/tables.md}. */
    static String page(Map<String, Entry> tables) {
        return tables.entrySet().stream()
                .map(table -> row(table.getKey(), table.getValue()))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(String table, Entry entry) {
        return "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        table,
                        entry.owner(),
                        lines(entry.writers()),
                        lines(entry.readers()),
                        lines(entry.tests()),
                        entry.waits() == null ? "" : entry.waits());
    }

    private static String lines(List<String> entries) {
        return entries.isEmpty() ? "–" : entries.stream().map("`%s`"::formatted).collect(Collectors.joining("<br>"));
    }
}
