package club.panamia.social.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads compacted ActivityStreams as servers write it: one value where there may be several, an id or the whole thing, with and
 * without the vocabulary's prefix (ActivityStreams 2.0, section 2).
 */
public final class Ld {

    private static final List<String> PREFIXES = List.of("", "as:", "https://www.w3.org/ns/activitystreams#");

    private Ld() {}

    /** The value under a term of the vocabulary, whatever it is. */
    public static @Nullable Object value(JsonObject thing, String term) {
        for (var prefix : PREFIXES) {
            var value = thing.getValue(prefix + term);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    public static @Nullable String id(JsonObject thing) {
        return text(thing.getValue("id") == null ? thing.getValue("@id") : thing.getValue("id"));
    }

    /** The first of its types, without a prefix; empty where it says none. */
    public static String type(JsonObject thing) {
        var said = text(thing.getValue("type") == null ? thing.getValue("@type") : thing.getValue("type"));
        var type = said == null ? "" : said;
        for (var prefix : PREFIXES) {
            if (!prefix.isEmpty() && type.startsWith(prefix)) {
                return type.substring(prefix.length());
            }
        }
        return type;
    }

    /** What a term refers to, by its id; the first, where there are several. */
    public static @Nullable String ref(JsonObject thing, String term) {
        var refs = refs(thing, term);
        return refs.isEmpty() ? null : refs.getFirst();
    }

    public static List<String> refs(JsonObject thing, String term) {
        return each(value(thing, term)).map(Ld::ref).filter(Objects::nonNull).toList();
    }

    /** What stands under a term as a whole thing; null where only its id does. */
    public static @Nullable JsonObject object(JsonObject thing, String term) {
        return objects(thing, term).stream().findFirst().orElse(null);
    }

    public static List<JsonObject> objects(JsonObject thing, String term) {
        return each(value(thing, term))
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /** The words under a term, else those in the first language of its map. */
    public static @Nullable String text(JsonObject thing, String term) {
        var plain = text(value(thing, term));
        if (plain != null || !(value(thing, term + "Map") instanceof JsonObject languages)) {
            return plain;
        }
        return languages.stream()
                .map(language -> text(language.getValue()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public static boolean flag(JsonObject thing, String term) {
        return Boolean.TRUE.equals(value(thing, term));
    }

    private static @Nullable String ref(@Nullable Object value) {
        return switch (value) {
            case String id -> id;
            case JsonObject thing -> id(thing) == null ? text(thing.getValue("href")) : id(thing);
            case null, default -> null;
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case String words -> words;
            case JsonArray several ->
                each(several).map(Ld::text).filter(Objects::nonNull).findFirst().orElse(null);
            case JsonObject literal -> literal.getValue("@value") instanceof String words ? words : null;
            case null, default -> null;
        };
    }

    private static Stream<@Nullable Object> each(@Nullable Object value) {
        return switch (value) {
            case JsonArray several -> several.stream();
            case null -> Stream.empty();
            default -> Stream.of(value);
        };
    }
}
