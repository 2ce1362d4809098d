package club.panamia.mentoring.form;

import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A field of a form.
 *
 * @param words of which it takes one or some; empty where it takes any
 * @param required when the form is handed in; a draft may be as empty as it likes
 */
public record FormField(String name, FieldKind kind, List<String> words, boolean required) {

    static FormField of(String name, FieldKind kind) {
        return new FormField(name, kind, List.of(), false);
    }

    static FormField of(String name, FieldKind kind, String words) {
        return new FormField(name, kind, List.of(words.strip().split("\\s*·\\s*")), false);
    }

    FormField requiredIf(boolean needed) {
        return new FormField(name, kind, words, needed);
    }

    boolean takes(Object value) {
        return kind.takes(value, words);
    }

    /** Nothing has been said in it. */
    static boolean isEmpty(Object value) {
        return value instanceof String text && text.isBlank() || value instanceof List<?> list && list.isEmpty();
    }

    JsonObject schema() {
        return kind.schema(words);
    }
}
