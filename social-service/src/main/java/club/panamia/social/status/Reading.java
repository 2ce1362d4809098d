package club.panamia.social.status;

import static club.panamia.social.status.StatusProblem.NO_SUCH_STATUS;

import club.panamia.kernel.identity.Actor;
import club.panamia.social.audience.Audience;
import club.panamia.social.media.MediaLinks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Single posts, for whom they are meant. */
@Singleton
public class Reading {

    static final String ONE =
            Audience.viewer("$1") + """
                    SELECT %s
                      FROM %s
                     WHERE s.id = $2 AND %s
                    """.formatted(StatusView.COLUMNS, Audience.FROM, Audience.MAY_SEE);

    static final String FORMER = Audience.viewer("$1") + """
            SELECT v.content, v.content_warning, v.said_at
              FROM %s
              JOIN internal.status_revision v ON v.status_id = s.id
             WHERE s.id = $2 AND %s
             ORDER BY v.said_at, v.id
             LIMIT 100
            """.formatted(Audience.FROM, Audience.MAY_SEE);

    private final Pool pool;
    private final MediaLinks links;

    Reading(Pool pool, MediaLinks links) {
        this.pool = pool;
        this.links = links;
    }

    public Uni<StatusView> one(@Nullable Actor viewer, String id) {
        return pool.preparedQuery(ONE).execute(values(viewer, id)).map(this::theOne);
    }

    /** What it said before, oldest first; nothing where it says what it always said. */
    Uni<List<FormerWording>> former(@Nullable Actor viewer, String id) {
        return one(viewer, id)
                .chain(known -> pool.preparedQuery(FORMER).execute(values(viewer, id)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(FormerWording::of)
                        .toList());
    }

    private static Tuple values(@Nullable Actor viewer, String id) {
        return Tuple.of(viewer == null ? null : viewer.userId(), id);
    }

    private StatusView theOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NO_SUCH_STATUS.because("There is none, or it is not meant for you.");
        }
        return StatusView.of(rows.iterator().next(), links);
    }
}
