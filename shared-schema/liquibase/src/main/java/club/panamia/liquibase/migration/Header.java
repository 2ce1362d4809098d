package club.panamia.liquibase.migration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys of a migration's header: the unbroken block of {@code --} lines at the top of the file. A line without a key
 * continues the key before it.
 */
record Header(Map<String, Entry> entries) {

    /** Every key must begin within this many lines, so that a reader meets all of them at once. */
    static final int LAST_LINE = 30;

    private static final Pattern KEY = Pattern.compile(
            "--\\s?(Migration|Purpose|Ticket|Dependencies|Data Migration|Reversible|Transaction|Rollback):\\s*(.*)");

    /** The value as it stands, further lines included, and the line of the file on which it begins. */
    record Entry(int line, String value) {

        String text() {
            return value.strip();
        }

        String firstLine() {
            return value.lines().findFirst().orElse("").strip();
        }
    }

    static Header of(String text) {
        var entries = new LinkedHashMap<String, Entry>();
        var key = "";
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (!line.startsWith("--")) {
                break;
            }
            var match = KEY.matcher(line);
            if (match.matches()) {
                key = match.group(1);
                entries.put(key, new Entry(number, match.group(2)));
            } else {
                var more = line.substring(2).strip();
                entries.computeIfPresent(key, (k, entry) -> new Entry(entry.line(), entry.value() + "\n" + more));
            }
        }
        return new Header(entries);
    }

    /** The key, when it is there and begins early enough. */
    Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key)).filter(entry -> entry.line() <= LAST_LINE);
    }
}
