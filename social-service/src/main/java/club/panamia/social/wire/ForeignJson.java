package club.panamia.social.wire;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** JSON of another server, before anything in it is believed. */
public final class ForeignJson {

    private static final int DEEPEST = 32;

    /** PostgreSQL's text holds no NUL, and nobody means one; behind another backslash it is none. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private ForeignJson() {}

    /** One object; nothing, where it is none, or nested deeper than anybody means it. */
    public static Optional<JsonObject> parse(byte[] bytes) {
        if (isTooDeep(bytes)) {
            return Optional.empty();
        }
        try {
            var text = NUL.matcher(new String(bytes, StandardCharsets.UTF_8)).replaceAll("$1");
            return Optional.of(new JsonObject(Buffer.buffer(text)));
        } catch (DecodeException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static boolean isTooDeep(byte[] bytes) {
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < bytes.length; i++) {
            switch (bytes[i]) {
                case '"' -> quoted = !quoted;
                case '\\' -> i++;
                case '{', '[' -> depth += quoted ? 0 : 1;
                case '}', ']' -> depth -= quoted ? 0 : 1;
                default -> {}
            }
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }
}
