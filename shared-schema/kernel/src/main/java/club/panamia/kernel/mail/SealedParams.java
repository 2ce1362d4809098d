package club.panamia.kernel.mail;

import club.panamia.kernel.secret.EncryptionKeys;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;

/** A mail's parameters as JSON, encrypted for the one row with this dedupe key: elsewhere they do not open. */
final class SealedParams {

    private static final JsonMapper JSON = new JsonMapper();

    private SealedParams() {}

    static byte[] seal(Map<String, String> params, String dedupeKey, EncryptionKeys keys) {
        try {
            return keys.encrypt(JSON.writeValueAsBytes(params), context(dedupeKey));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("text cannot fail to become JSON", e);
        }
    }

    static Map<String, String> open(byte[] sealed, String dedupeKey, EncryptionKeys keys) {
        try {
            return JSON.readValue(keys.decrypt(sealed, context(dedupeKey)), new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalArgumentException("The mail's parameters are not a JSON object of texts.", e);
        }
    }

    private static String context(String dedupeKey) {
        return "mail-outbox:" + dedupeKey;
    }
}
