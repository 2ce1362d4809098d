package club.panamia.auth.provider;

import static club.panamia.kernel.problem.CommonProblem.NOT_SIGNED_IN;

import club.panamia.auth.account.Accounts;
import club.panamia.auth.account.ForeignAccount;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Links an account to a person who is signed in: the provider proves the one, the very session that asked for it the other. No
 * address matters here.
 */
@ApplicationScoped
class LinkByProvider {

    private static final String OWNER = "SELECT user_id, session_public_id FROM internal.session_actor($1)";

    private final Accounts accounts;
    private final Pool pool;

    LinkByProvider(Accounts accounts, Pool pool) {
        this.accounts = accounts;
        this.pool = pool;
    }

    /** Fails unless the session of this request is the one that asked, and still open. */
    Uni<Void> requireSession(Flow.Linking linking, Optional<String> sessionToken) {
        return pool.preparedQuery(OWNER)
                .execute(Tuple.of(sessionToken.orElse("")))
                .invoke(rows -> {
                    var asked = rows.size() == 1
                            && rows.iterator().next().getString(0).equals(linking.userId())
                            && rows.iterator().next().getString(1).equals(linking.sessionId());
                    if (!asked) {
                        throw NOT_SIGNED_IN.because("You are not signed in any more as you were when you began.");
                    }
                })
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> link(Flow.Linking linking, ForeignAccount account) {
        return accounts.link(linking.userId(), account);
    }
}
