package club.panamia.auth.erasure;

import club.panamia.schema.PostgresUrl;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The powerless session that deletes empty rows of {@code users} (docs/adr/010): a connection of its own, as {@code
 * pana_eraser}, opened for one row and closed again, so that nothing of what a sidecar's key runs in it outlives it.
 */
@ApplicationScoped
class Eraser {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final Optional<PgConnectOptions> options;

    Eraser(Vertx vertx, @ConfigProperty(name = "pana.leaving.eraser-url") Optional<String> url) {
        this.vertx = vertx;
        this.options =
                url.map(text -> PostgresUrl.parse("POSTGRES_URL_ERASER", text)).map(Eraser::options);
    }

    boolean isOn() {
        return options.isPresent();
    }

    /** Tries to delete the row: nothing when it is gone, else which table holds it, or why it could not be tried. */
    Uni<String> erase(String userId) {
        return PgConnection.connect(vertx, options.orElseThrow())
                .chain(connection -> erase(connection, userId))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> "not tried: " + failure.getMessage());
    }

    private static Uni<String> erase(PgConnection connection, String userId) {
        return connection
                .preparedQuery("SELECT coalesce(internal.erase_user($1), '')")
                .execute(Tuple.of(userId))
                .map(rows -> rows.iterator().next().getString(0))
                .eventually(connection::close);
    }

    private static PgConnectOptions options(PostgresUrl url) {
        return PgConnectOptions.fromUri(url.text()).setUseLayer7Proxy(true).setCachePreparedStatements(false);
    }
}
