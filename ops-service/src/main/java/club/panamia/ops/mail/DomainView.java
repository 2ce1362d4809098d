package club.panamia.ops.mail;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How letters to one domain fare.
 *
 * @param retrying those that failed and are tried again
 * @param sent in the last day
 * @param error what was said last, without addresses
 */
public record DomainView(
        String domain,
        int retrying,
        int parked,
        int sent,
        Instant oldest,
        @Nullable String error,
        String remedy) {

    static DomainView of(Row row) {
        var sent = row.getInteger("sent");
        return new DomainView(
                row.getString("domain"),
                row.getInteger("retrying"),
                row.getInteger("parked"),
                sent,
                row.getOffsetDateTime("oldest").toInstant(),
                row.getString("error"),
                remedy(sent));
    }

    private static String remedy(int sent) {
        return sent > 0
                ? "The domain takes others: read what it says of these, mend that, and retry the parked ones at /api/ops/mail."
                : "The domain takes none: see whether it is spelled right and has a mail server, and whether ours is on a block"
                        + " list; MAIL_PER_DOMAIN makes us slower, MAIL_PROVIDERS names another way out.";
    }
}
