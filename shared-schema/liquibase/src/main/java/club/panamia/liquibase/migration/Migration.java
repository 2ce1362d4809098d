package club.panamia.liquibase.migration;

import club.panamia.liquibase.session.SchemaProblem;
import java.util.regex.Pattern;

/**
 * One numbered file: SQL that psql can run as it is, under a header that says why, for which ticket, and how it is taken
 * back. {@code bin/check-migrations} holds authors to the same rules before they commit.
 */
public record Migration(
        String id,
        String purpose,
        String ticket,
        Reversible reversible,
        boolean inTransaction,
        String text,
        Header.Entry rollback) {

    private static final Pattern NAME = Pattern.compile("\\d{4}_[a-z0-9]+(_[a-z0-9]+)*");
    private static final Pattern TICKET = Pattern.compile("PANA-\\d+|N/A.*");

    /** Reads the file {@code id.sql}. */
    public static Migration read(String id, String content) {
        var text = content.replace("\r\n", "\n");
        if (!NAME.matcher(id).matches()) {
            throw fault(id, "is not named NNNN_snake_case.sql", "rename it, for example 0007_add_tags.sql");
        }
        var header = Header.of(text);
        var purpose = required(id, header, "Purpose").text();
        var ticket = required(id, header, "Ticket").firstLine();
        if (!TICKET.matcher(ticket).matches()) {
            throw fault(id, "has the Ticket '%s'".formatted(ticket), "write PANA-123, or N/A and why");
        }
        var reversible = Reversible.of(required(id, header, "Reversible").firstLine())
                .orElseThrow(() -> fault(id, "has an unknown Reversible", "write Yes, No or Partial"));
        var rollback = required(id, header, "Rollback");
        if (reversible != Reversible.NO && !hasStatement(rollback.value())) {
            throw fault(
                    id, "promises a way back but its Rollback holds no SQL", "write the statements, or Reversible: No");
        }
        return new Migration(id, purpose, ticket, reversible, inTransaction(id, header), text, rollback);
    }

    private static boolean inTransaction(String id, Header header) {
        var transaction = header.entry("Transaction").map(Header.Entry::firstLine);
        if (transaction.isPresent() && !transaction.get().equals("none")) {
            throw fault(id, "has an unknown Transaction", "write 'none', or leave the line out");
        }
        return transaction.isEmpty();
    }

    public String file() {
        return id + ".sql";
    }

    SqlScript forward() {
        return SqlScript.of(file(), text, 1);
    }

    SqlScript backward() {
        return SqlScript.of(file(), rollback.value(), rollback.line());
    }

    private static Header.Entry required(String id, Header header, String key) {
        return header.entry(key)
                .filter(entry -> !entry.text().isEmpty())
                .orElseThrow(() -> fault(
                        id,
                        "has no '-- %s:' in its header".formatted(key),
                        "add it to the -- lines at the top, within the first %d".formatted(Header.LAST_LINE)));
    }

    private static boolean hasStatement(String sql) {
        return sql.lines().anyMatch(line -> !line.startsWith("--") && line.contains(";"));
    }

    private static SchemaProblem fault(String id, String what, String mend) {
        return new SchemaProblem("%s.sql %s; %s.".formatted(id, what, mend));
    }
}
