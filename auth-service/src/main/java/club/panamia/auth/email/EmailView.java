package club.panamia.auth.email;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of a person's addresses, as they see it. */
@Schema(description = "One of my addresses")
record EmailView(
        @Schema(required = true) String id,
        @Schema(required = true) String email,

        @Schema(
                required = true,
                enumeration = {"primary", "proven", "pending"},
                description = "primary gets the mail, proven signs in like it, pending waits for its link")
        String state,

        @Schema(required = true) Instant since) {

    /** The primary one first, then the others by age. */
    static final String OF_USER = """
            SELECT id, email, state, since FROM (
              SELECT c.id, c.norm AS email, c.created_at AS since,
                     CASE WHEN c.norm = lower(u.email) THEN 'primary' ELSE 'proven' END AS state
                FROM internal.email_claim c JOIN users u ON u.id = c.user_id
               WHERE c.user_id = $1
              UNION ALL
              SELECT p.id, p.email, p.updated_at, 'pending'
                FROM internal.email_proof p
               WHERE p.user_id = $1 AND p.expires_at > now()) mine
             ORDER BY state = 'primary' DESC, since, id
             LIMIT 100
            """;

    static EmailView of(Row row) {
        return new EmailView(
                row.getString("id"),
                row.getString("email"),
                row.getString("state"),
                row.getOffsetDateTime("since").toInstant());
    }
}
