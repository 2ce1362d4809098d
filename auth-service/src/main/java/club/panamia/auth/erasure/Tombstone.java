package club.panamia.auth.erasure;

import io.vertx.mutiny.sqlclient.Row;

/** An empty row that is to be deleted. */
record Tombstone(String requestId, String userId) {

    static Tombstone of(Row row) {
        return new Tombstone(row.getString("id"), row.getString("user_id"));
    }
}
