package club.panamia.auth.oauth;

import static club.panamia.auth.oauth.OAuthProblem.INVALID_CLIENT;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/** The registered programs; bin/oauth-client registers them. */
@ApplicationScoped
public class Clients {

    /** The same for all reasons: whoever guesses learns nothing. */
    static final String NOT_PROVEN = "The program is unknown, disabled, or has another secret.";

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

    private static final String ENABLED = """
            SELECT id, name, secret_hash, grants, redirect_uris, audiences, scopes, first_party
              FROM internal.oauth_client WHERE id = $1 AND disabled_at IS NULL
            """;

    private final Pool pool;

    Clients(Pool pool) {
        this.pool = pool;
    }

    /** The enabled program of that name, if there is one. */
    public Uni<Optional<Client>> named(String id) {
        if (!ID.matcher(id).matches()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return pool.preparedQuery(ENABLED).execute(Tuple.of(id)).map(Clients::first);
    }

    /** The program, once it has proven itself. */
    Uni<Client> proven(Credentials credentials) {
        return named(credentials.clientId())
                .map(found -> found.orElseThrow(() -> INVALID_CLIENT.because(NOT_PROVEN)))
                .map(client -> client.proven(credentials.secret()));
    }

    private static Optional<Client> first(RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
        return rows.stream().findFirst().map(Client::of);
    }
}
