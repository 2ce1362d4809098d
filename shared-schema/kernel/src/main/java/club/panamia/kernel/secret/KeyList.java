package club.panamia.kernel.secret;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Reads {@code id:base64key[,id:base64key…]}, newest first. Faults are told without repeating the value. */
final class KeyList {

    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]+=*)");
    private static final int KEY_BYTES = 32;

    private KeyList() {}

    static Map<String, SecretKey> parse(String setting) {
        if (setting.isBlank()) {
            throw bad("is missing");
        }
        var keys = new LinkedHashMap<String, SecretKey>();
        for (var entry : setting.strip().split(",", -1)) {
            var parts = ENTRY.matcher(entry.strip());
            if (!parts.matches()) {
                throw bad("has an entry (number " + (keys.size() + 1) + ") of another form");
            }
            var id = parts.group(1);
            if (keys.put(id, new SecretKeySpec(bytes(id, parts.group(2)), "AES")) != null) {
                throw bad("names the key '" + id + "' twice");
            }
        }
        return keys;
    }

    private static byte[] bytes(String id, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw bad("has a key '" + id + "' that is not base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw bad("has a key '" + id + "' of " + bytes.length + " bytes instead of 32");
        }
        return bytes;
    }

    private static IllegalStateException bad(String fault) {
        return new IllegalStateException("PANA_ENCRYPTION_KEYS " + fault
                + ": it is a list id:base64 of 32 random bytes, separated by commas, newest first"
                + " (a new key: openssl rand -base64 32).");
    }
}
