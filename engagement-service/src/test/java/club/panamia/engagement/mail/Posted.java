package club.panamia.engagement.mail;

import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.database.Sql;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What lies in the outbox, opened. */
record Posted(String template, String recipient, String locale, Map<String, String> params) {

    /** The one mail that is there. */
    static Posted only(Sql sql, EncryptionKeys keys) {
        var row = sql.rows("SELECT template, recipient, locale, params, dedupe_key FROM internal.mail_outbox")
                .getFirst();
        var opened = keys.decrypt((byte[]) row.get("params"), "mail-outbox:" + row.get("dedupe_key"));
        return new Posted(
                (String) row.get("template"),
                (String) row.get("recipient"),
                (String) row.get("locale"),
                new JsonPath(new String(opened, StandardCharsets.UTF_8)).getMap("$"));
    }
}
