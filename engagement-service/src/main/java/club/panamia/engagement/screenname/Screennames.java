package club.panamia.engagement.screenname;

import static club.panamia.engagement.screenname.ScreennameProblem.NO_SUCH_SCREENNAME;
import static club.panamia.engagement.screenname.ScreennameProblem.SCREENNAME_GONE;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Every name that somebody has or had. */
@Singleton
class Screennames {

    /**
     * By the person and not from name to name, so that a chain of renames ends at the name of today. A name that was taken back
     * is in the history no more, so that there is one row at most.
     */
    static final String LEADS_TO = """
            SELECT u.screenname, false AS moved
              FROM users u
             WHERE lower(u.screenname) = lower($1) AND u.locked_at IS NULL
            UNION ALL
            SELECT u.screenname, true AS moved
              FROM screenname_history h
              LEFT JOIN users u ON u.id = h.user_id
             WHERE lower(h.screenname) = lower($1) AND u.locked_at IS NULL
            """;

    private final Pool pool;

    Screennames(Pool pool) {
        this.pool = pool;
    }

    Uni<ResolutionView> resolve(String name) {
        return pool.preparedQuery(LEADS_TO).execute(Tuple.of(name)).map(Screennames::theOne);
    }

    private static ResolutionView theOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NO_SUCH_SCREENNAME.because("The name is free, or may not be taken.");
        }
        var row = rows.iterator().next();
        var screenname = row.getString("screenname");
        if (screenname == null) {
            throw SCREENNAME_GONE.because("The name stays reserved and leads to nobody.");
        }
        return new ResolutionView(screenname, row.getBoolean("moved"));
    }
}
