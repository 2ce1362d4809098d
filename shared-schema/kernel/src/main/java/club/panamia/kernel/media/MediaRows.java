package club.panamia.kernel.media;

import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** The rows of {@code internal.media}: they come before the files and leave after them. */
@Singleton
class MediaRows {

    private static final String OPEN = """
        INSERT INTO internal.media AS known (service, owner_id, sha256, type, width, height, bytes)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (service, sha256) DO UPDATE SET touched_at = now() WHERE known.state <> 'removing'
        """;

    private static final String STORED = """
        UPDATE internal.media SET state = 'stored' WHERE service = $1 AND sha256 = $2 AND state = 'storing'
        """;

    /** The row stays locked until the reference commits, so that the sweeper then sees a fresh one. */
    private static final String REFER = """
        UPDATE internal.media SET touched_at = now()
         WHERE service = :service AND sha256 = :file AND owner_id = :owner AND state = 'stored'
        """;

    private static final String LET_GO = """
        UPDATE internal.media SET touched_at = now() - interval '1 day' WHERE service = :service AND sha256 = :file
        """;

    private static final String LET_GO_OF_ALL = """
        UPDATE internal.media SET touched_at = now() - interval '1 day' WHERE service = :service AND owner_id = :owner
        """;

    private static final String UNTOUCHED = """
        SELECT sha256 FROM internal.media
         WHERE service = $1 AND touched_at <= now() - interval '1 day'
         ORDER BY touched_at
         LIMIT $2
        """;

    private static final String FOUND_IN_USE = """
        UPDATE internal.media SET touched_at = now() WHERE service = $1 AND sha256 = ANY ($2)
        """;

    private static final String CLAIM = """
        UPDATE internal.media SET state = 'removing'
         WHERE service = $1 AND sha256 = ANY ($2) AND touched_at <= now() - interval '1 day'
        RETURNING sha256
        """;

    private static final String FORGET = """
        DELETE FROM internal.media WHERE service = $1 AND sha256 = $2 AND state = 'removing'
        """;

    private final Pool pool;

    MediaRows(Pool pool) {
        this.pool = pool;
    }

    /** False while the sweeper removes the very same picture. */
    Uni<Boolean> open(String service, String owner, String file, Picture picture, int bytes) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.from(
                        List.of(service, owner, file, picture.type().label, picture.width(), picture.height(), bytes)))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Void> stored(String service, String file) {
        return pool.preparedQuery(STORED).execute(Tuple.of(service, file)).replaceWithVoid();
    }

    /** In the caller's transaction; false when this is no upload of this owner. */
    Uni<Boolean> refer(String service, String owner, String file) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(REFER)
                        .setParameter("service", service)
                        .setParameter("file", file)
                        .setParameter("owner", owner)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** In the caller's transaction. */
    Uni<Void> letGo(String service, String file) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(LET_GO)
                        .setParameter("service", service)
                        .setParameter("file", file)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** In the caller's transaction. */
    Uni<Void> letGoOfAll(String service, String owner) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(LET_GO_OF_ALL)
                        .setParameter("service", service)
                        .setParameter("owner", owner)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<List<String>> untouched(String service, int most) {
        return pool.preparedQuery(UNTOUCHED).execute(Tuple.of(service, most)).map(MediaRows::files);
    }

    Uni<Void> foundInUse(String service, Collection<String> files) {
        return pool.preparedQuery(FOUND_IN_USE).execute(list(service, files)).replaceWithVoid();
    }

    /** Of these, the ones that nobody has touched meanwhile; from now on nobody can refer to them. */
    Uni<List<String>> claim(String service, Collection<String> files) {
        return pool.preparedQuery(CLAIM).execute(list(service, files)).map(MediaRows::files);
    }

    Uni<Void> forget(String service, String file) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(service, file)).replaceWithVoid();
    }

    private static Tuple list(String service, Collection<String> files) {
        return Tuple.of(service, files.toArray(String[]::new));
    }

    private static List<String> files(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .toList();
    }
}
