package club.panamia.ops.mail;

import club.panamia.kernel.mail.OutgoingMail;
import club.panamia.kernel.secret.EncryptionKeys;
import io.vertx.mutiny.sqlclient.Row;

/** A mail that this process has taken for one attempt; {@code attempt} counts from 1 and tells it from later ones. */
record DueMail(String id, String template, int attempt, Row row) {

    static DueMail of(Row row) {
        return new DueMail(row.getString("id"), row.getString("template"), row.getInteger("attempts"), row);
    }

    /** With its parameters readable; fails when no listed key opens them. */
    OutgoingMail open(EncryptionKeys keys) {
        return OutgoingMail.of(row, keys);
    }
}
