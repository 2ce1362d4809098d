package club.panamia.ops.oauthverification;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.Locale;
import java.util.Optional;

/** A sign-in that waits, as its page shows it: which account at which provider, and the address. */
record Waiting(String provider, String account, String email, Locale locale) {

    static final String BEHIND_LINK = """
            SELECT oauth_profile ->> 'label' AS provider, oauth_profile ->> 'shown' AS account, email, locale
              FROM o_auth_verifications
             WHERE verification_token = $1 AND browser_hash = $2 AND expires_at > now()
            """;

    static Optional<Waiting> of(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next())
                        .map(row -> new Waiting(
                                row.getString("provider"),
                                row.getString("account"),
                                row.getString("email"),
                                Locale.forLanguageTag(row.getString("locale"))));
    }
}
