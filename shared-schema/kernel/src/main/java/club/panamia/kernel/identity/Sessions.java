package club.panamia.kernel.identity;

import club.panamia.kernel.database.LostConnection;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Looks a session up with one indexed statement, so that its end is effective on the next request. */
@ApplicationScoped
class Sessions implements IdentityProvider<SessionTokenRequest> {

    private static final String WHO =
            "SELECT user_id, screenname, session_public_id, roles, due FROM internal.session_actor($1)";

    private final Pool pool;

    Sessions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Class<SessionTokenRequest> getRequestType() {
        return SessionTokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionTokenRequest request, AuthenticationRequestContext context) {
        return LostConnection.survive(() -> pool.preparedQuery(WHO).execute(Tuple.of(request.token())))
                .chain(rows -> known(theOne(rows), request.token()));
    }

    private Uni<SecurityIdentity> known(Row row, String token) {
        var identity = Uni.createFrom().item(identity(row));
        return row.getBoolean("due") ? extend(token).chain(() -> identity) : identity;
    }

    /** Once in a quarter of an hour per session: the function writes nothing when another request was first. */
    private Uni<?> extend(String token) {
        return LostConnection.survive(
                () -> pool.preparedQuery("SELECT touch_session($1)").execute(Tuple.of(token)));
    }

    private static Row theOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw new AuthenticationFailedException();
        }
        return rows.iterator().next();
    }

    private static SecurityIdentity identity(Row row) {
        var actor = new Actor(
                row.getString("user_id"),
                row.getString("screenname"),
                Set.of(row.getArrayOfStrings("roles")),
                row.getString("session_public_id"));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new ActorPrincipal(actor))
                .addRoles(actor.roles())
                .build();
    }
}
