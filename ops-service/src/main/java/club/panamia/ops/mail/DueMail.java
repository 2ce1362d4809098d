package club.panamia.ops.mail;

import club.panamia.kernel.mail.OutgoingMail;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.ops.provider.Letter;
import io.vertx.mutiny.sqlclient.Row;

/**
 * A mail that this process has taken for one attempt.
 *
 * @param attempt counts from 1 and tells it from later ones
 * @param bounced its address refuses all mail
 * @param complained its reader wants nothing that goes to a list
 */
record DueMail(String id, String template, int attempt, boolean bounced, boolean complained, Row row) {

    static DueMail of(Row row) {
        return new DueMail(
                row.getString("id"),
                row.getString("template"),
                row.getInteger("attempts"),
                row.getBoolean("bounced"),
                row.getBoolean("complained"),
                row);
    }

    /** With its parameters readable; fails when no listed key opens them. */
    OutgoingMail open(EncryptionKeys keys) {
        return OutgoingMail.of(row, keys);
    }

    boolean isUnwanted(Letter letter) {
        return bounced || (complained && letter.isOfAList());
    }
}
