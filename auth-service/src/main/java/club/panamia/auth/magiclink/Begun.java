package club.panamia.auth.magiclink;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A sign-in that was begun and is still open, as far as a page or a try needs to know it.
 *
 * @param codeWorks within its time and not tried too often
 */
public record Begun(
        String email, String tokenHash, String pendingHash, String codeHmac, boolean codeWorks, String returnTo) {

    /** Read by pages: writes nothing. */
    static final String BY_LINK = """
            SELECT identifier, token, pending_hash, code_hmac, code_expires > $2 AND tries < %d AS code_works, return_to
              FROM verification_tokens
             WHERE token = $1 AND expires > $2 AND pending_hash IS NOT NULL
            """.formatted(VerificationToken.TRIES);

    static final String NEWEST_IN_BROWSER = """
            SELECT identifier, token, pending_hash, code_hmac, code_expires > $2 AND tries < %d AS code_works, return_to
              FROM verification_tokens
             WHERE pending_hash = $1 AND expires > $2
             ORDER BY created_at DESC, id DESC
             LIMIT 1
            """.formatted(VerificationToken.TRIES);

    /** Counts a try of the newest code of a browser before anything is compared; the sixth finds no row. */
    static final String TRY_CODE = """
            UPDATE verification_tokens
               SET tries = tries + 1
             WHERE id = (SELECT id
                           FROM verification_tokens
                          WHERE pending_hash = $1 AND expires > $2
                          ORDER BY created_at DESC, id DESC
                          LIMIT 1)
               AND code_expires > $2
               AND tries < %d
            RETURNING identifier, token, pending_hash, code_hmac, true AS code_works, return_to
            """.formatted(VerificationToken.TRIES);

    /** Where one asks for another mail and still gets where one wanted to go. */
    public String again() {
        return "/signin?callbackUrl=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
    }

    static Optional<Begun> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst().map(Begun::of);
    }

    private static Begun of(Row row) {
        return new Begun(
                row.getString("identifier"),
                row.getString("token"),
                row.getString("pending_hash"),
                row.getString("code_hmac"),
                row.getBoolean("code_works"),
                Objects.requireNonNullElse(row.getString("return_to"), "/"));
    }
}
