package club.panamia.social.backfill;

import io.vertx.mutiny.sqlclient.Row;

/** A post to ask for, or one whose answers are. */
record Wanted(String id, String uri, boolean answers, int depth, int attempts) {

    static Wanted of(Row row) {
        return new Wanted(
                row.getString("id"),
                row.getString("uri"),
                "answers".equals(row.getString("kind")),
                row.getInteger("depth"),
                row.getInteger("attempts"));
    }
}
