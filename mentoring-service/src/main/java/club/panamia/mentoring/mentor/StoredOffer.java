package club.panamia.mentoring.mentor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code profiles.mentoring} as it was stored. Rows of the reference system were hardly checked: what has the wrong kind counts
 * as not said, and only an https address is one that a page may open.
 */
record StoredOffer(JsonObject document) {

    List<String> texts(String key) {
        return document.getValue(key) instanceof JsonArray values
                ? values.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    @Nullable
    String text(String key) {
        return document.getValue(key) instanceof String text && !text.isBlank() ? text : null;
    }

    @Nullable
    String webAddress(String key) {
        var text = text(key);
        return text != null && text.startsWith("https://") ? text : null;
    }

    BigDecimal amount(String key) {
        var value =
                document.getValue(key) instanceof Number number ? new BigDecimal(number.toString()) : BigDecimal.ZERO;
        return value.max(BigDecimal.ZERO);
    }
}
