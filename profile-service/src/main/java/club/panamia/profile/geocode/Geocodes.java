package club.panamia.profile.geocode;

import club.panamia.kernel.secret.Sha256;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where addresses are: as remembered, else as the geocoder says. Questions are kept hashed; that a place does not exist is
 * remembered, too, for a shorter time.
 */
@ApplicationScoped
public class Geocodes {

    private static final String KNOWN = """
        SELECT lat::text, lng::text FROM internal.geocode WHERE question = $1 AND expires_at > now()
        """;

    private static final String REMEMBER = """
        INSERT INTO internal.geocode (question, lat, lng, expires_at)
        VALUES ($1, $2, $3, now() + make_interval(secs => $4))
        ON CONFLICT (question) DO UPDATE
          SET lat = excluded.lat, lng = excluded.lng, expires_at = excluded.expires_at
        """;

    /** What is over, and beyond the bound what is over first. */
    private static final String FORGET = """
        DELETE FROM internal.geocode
         WHERE expires_at <= now()
            OR question IN (
               SELECT question FROM internal.geocode
                ORDER BY expires_at
                LIMIT greatest(0, (SELECT count(*) FROM internal.geocode) - $1))
        """;

    private static final Duration NO_SUCH_PLACE = Duration.ofDays(1);

    private final Geocoder geocoder;
    private final GeocodeSettings settings;
    private final Pool pool;

    Geocodes(Geocoder geocoder, GeocodeSettings settings, Pool pool) {
        this.geocoder = geocoder;
        this.settings = settings;
        this.pool = pool;
    }

    /** The point of an address in one line; nothing, if there is no such place. Call it outside a transaction. */
    public Uni<Optional<Place>> find(String address) {
        var question = Sha256.hex(address);
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(question))
                .chain(rows -> rows.size() == 0
                        ? ask(question, address)
                        : Uni.createFrom().item(remembered(rows)));
    }

    /** Keeps the table small; a job calls it. */
    public Uni<Integer> forget(long most) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(most)).map(RowSet::rowCount);
    }

    private Uni<Optional<Place>> ask(String question, String address) {
        return geocoder.find(address).call(found -> remember(question, found.orElse(null)));
    }

    private Uni<Void> remember(String question, @Nullable Place place) {
        var seconds = (place == null ? NO_SUCH_PLACE : settings.remembered()).toSeconds();
        return pool.preparedQuery(REMEMBER)
                .execute(Tuple.of(
                        question, place == null ? null : place.lat(), place == null ? null : place.lng(), (double)
                                seconds))
                .replaceWithVoid();
    }

    private static Optional<Place> remembered(RowSet<Row> rows) {
        var row = rows.iterator().next();
        return row.getString(0) == null ? Optional.empty() : Place.of(row.getString(0), row.getString(1));
    }
}
