package club.panamia.auth.oauth.authorize;

import club.panamia.kernel.identity.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** What people have allowed which program; remembered until they leave. */
@ApplicationScoped
class Consents {

    private static final String COVERS =
            "SELECT FROM internal.oauth_consent WHERE user_id = $1 AND client_id = $2 AND scopes @> $3";

    private static final String REMEMBER = """
            INSERT INTO internal.oauth_consent AS known (user_id, client_id, scopes) VALUES ($1, $2, $3)
            ON CONFLICT (user_id, client_id) DO UPDATE SET
              scopes = ARRAY(SELECT DISTINCT unnest(known.scopes || excluded.scopes) ORDER BY 1)
            """;

    private final Pool pool;

    Consents(Pool pool) {
        this.pool = pool;
    }

    /** Whether nobody needs to be asked: the program is one of ours, or the person has allowed it all before. */
    Uni<Boolean> cover(AuthorizationWish wish, Actor person) {
        return wish.client().firstParty()
                ? Uni.createFrom().item(true)
                : pool.preparedQuery(COVERS).execute(parameters(wish, person)).map(rows -> rows.size() == 1);
    }

    Uni<?> remember(AuthorizationWish wish, Actor person) {
        return pool.preparedQuery(REMEMBER).execute(parameters(wish, person));
    }

    private static Tuple parameters(AuthorizationWish wish, Actor person) {
        return Tuple.of(person.userId(), wish.client().id(), wish.scopes().toArray(String[]::new));
    }
}
