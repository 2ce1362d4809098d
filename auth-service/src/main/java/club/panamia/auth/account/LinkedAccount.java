package club.panamia.auth.account;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * An account of the person's at another provider, as they see it.
 *
 * @param label the provider's name
 * @param signsIn false where its provider is switched off, or a sidecar linked it for itself
 */
public record LinkedAccount(String id, String provider, String label, Instant linkedAt, boolean signsIn) {

    static final String OF_PERSON = """
            SELECT id, provider, created_at, linked_by = session_user AS ours
              FROM accounts
             WHERE user_id = $1 AND id > $2
             ORDER BY id
             LIMIT $3
            """;

    static List<LinkedAccount> of(RowSet<Row> rows, Map<String, String> labels) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> of(row, labels))
                .toList();
    }

    private static LinkedAccount of(Row row, Map<String, String> labels) {
        var provider = row.getString("provider");
        return new LinkedAccount(
                row.getString("id"),
                provider,
                labels.getOrDefault(provider, provider),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getBoolean("ours") && labels.containsKey(provider));
    }
}
