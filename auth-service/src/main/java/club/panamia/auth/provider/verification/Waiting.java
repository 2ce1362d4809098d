package club.panamia.auth.provider.verification;

import static club.panamia.auth.provider.verification.VerificationProblem.VERIFICATION_NOT_VALID;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/** A sign-in that waits, as the browser that began it sees it. */
record Waiting(String label, String shown, String email, String target, boolean confirmed) {

    static final String IN_BROWSER = """
            SELECT oauth_profile ->> 'label' AS label, oauth_profile ->> 'shown' AS shown, email, return_to,
                   confirmed_at IS NOT NULL AS confirmed
              FROM o_auth_verifications
             WHERE browser_hash = $1 AND expires_at > now()
            """;

    static Waiting of(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw VERIFICATION_NOT_VALID.because("Nothing waits in this browser any more. Sign in again.");
        }
        var row = rows.iterator().next();
        return new Waiting(
                row.getString("label"),
                row.getString("shown"),
                row.getString("email"),
                row.getString("return_to"),
                row.getBoolean("confirmed"));
    }
}
