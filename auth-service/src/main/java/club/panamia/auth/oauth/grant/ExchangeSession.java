package club.panamia.auth.oauth.grant;

import static club.panamia.auth.oauth.OAuthProblem.INVALID_REQUEST;

import club.panamia.auth.oauth.Client;
import club.panamia.auth.oauth.Form;
import club.panamia.auth.oauth.SessionToken;
import club.panamia.auth.token.AccessTokens;
import club.panamia.auth.token.TokenClaims;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Token exchange (RFC 8693): a program that was shown a person's session gets a token of that person for itself. */
@ApplicationScoped
class ExchangeSession implements Grant {

    static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private static final Set<String> WHAT_WE_ISSUE = Set.of(ACCESS_TOKEN, "urn:ietf:params:oauth:token-type:jwt");

    private static final String WHOSE = "SELECT user_id, screenname, session_public_id FROM internal.session_actor($1)";

    private final Pool pool;
    private final AccessTokens tokens;

    ExchangeSession(Pool pool, AccessTokens tokens) {
        this.pool = pool;
        this.tokens = tokens;
    }

    @Override
    public String type() {
        return "urn:ietf:params:oauth:grant-type:token-exchange";
    }

    @Override
    public String registeredAs() {
        return "token_exchange";
    }

    @Override
    public Uni<IssuedToken> issue(Client client, Form form) {
        refuseWhatIsNotDone(form);
        var session = SessionToken.of(form.required("subject_token"))
                .orElseThrow(() -> INVALID_REQUEST.because("'subject_token' has another form than a session's."));
        var audience = client.audience(form);
        var scope = client.scope(form);
        return pool.preparedQuery(WHOSE)
                .execute(Tuple.of(session.text()))
                .map(ExchangeSession::person)
                .map(person ->
                        tokens.sign(TokenClaims.ofPersonIn(client.id(), TokenClaims.newId(), audience, scope, person)))
                .map(token -> IssuedToken.exchanged(token, scope));
    }

    private static void refuseWhatIsNotDone(Form form) {
        if (!SessionToken.TYPE.equals(form.required("subject_token_type"))) {
            throw INVALID_REQUEST.because("'subject_token_type' can be %s only.".formatted(SessionToken.TYPE));
        }
        if (!WHAT_WE_ISSUE.contains(form.optional("requested_token_type").orElse(ACCESS_TOKEN))) {
            throw INVALID_REQUEST.because("'requested_token_type' can be an access token only.");
        }
        if (form.optional("actor_token").isPresent()) {
            throw INVALID_REQUEST.because("'actor_token' is not taken: a program acts for itself or as the person.");
        }
    }

    private static Actor person(RowSet<Row> rows) {
        return rows.stream()
                .findFirst()
                .map(row -> new Actor(
                        row.getString("user_id"),
                        row.getString("screenname"),
                        Set.of(Roles.MEMBER),
                        row.getString("session_public_id")))
                .orElseThrow(() -> INVALID_REQUEST.because("'subject_token' is no open session."));
    }
}
