package club.panamia.kernel.mail;

import club.panamia.kernel.secret.EncryptionKeys;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;

/** A mail as its sender takes it out of the outbox, its parameters readable again. */
public record OutgoingMail(
        String id, String template, String recipient, String locale, Map<String, String> params, int attempts) {

    /**
     * From a row with the columns {@code id, template, recipient, locale, params, dedupe_key, attempts}.
     *
     * @throws IllegalArgumentException when the parameters cannot be decrypted
     */
    public static OutgoingMail of(Row row, EncryptionKeys keys) {
        return new OutgoingMail(
                row.getString("id"),
                row.getString("template"),
                row.getString("recipient"),
                row.getString("locale"),
                SealedParams.open(row.getBuffer("params").getBytes(), row.getString("dedupe_key"), keys),
                row.getInteger("attempts"));
    }
}
