package club.panamia.social.backfill;

import io.vertx.mutiny.sqlclient.Row;

/** A post to ask for, one whose answers are, or a poll whose counts are. */
record Wanted(String id, String uri, String host, String kind, int depth, int attempts) {

    static Wanted of(Row row) {
        return new Wanted(
                row.getString("id"),
                row.getString("uri"),
                row.getString("host"),
                row.getString("kind"),
                row.getInteger("depth"),
                row.getInteger("attempts"));
    }
}
