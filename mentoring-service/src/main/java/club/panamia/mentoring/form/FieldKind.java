package club.panamia.mentoring.form;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** What can stand in a field of a form. */
public enum FieldKind {
    /** One line. */
    LINE("at most 200 characters, on one line"),
    TEXT("at most 5000 characters"),
    WEB_ADDRESS("an https address of at most 500 characters"),
    ONE_OF("one of the words of this field"),
    SOME_OF("a list of words of this field, each once"),
    TAGS("one to five different tags of at most 40 characters"),
    /** The name of a picture that the person has uploaded: the service that keeps it, and its file. */
    IMAGE("a picture that you have uploaded, such as profile/3f5a…: its file's 64 hexadecimal digits"),
    CONSENT("true or false");

    private static final int LINE_LENGTH = 200;
    private static final int TEXT_LENGTH = 5000;
    private static final int WEB_LENGTH = 500;
    private static final int TAG_LENGTH = 40;
    private static final int MOST_TAGS = 5;
    private static final String LINE_PATTERN = "^[^\\p{Cc}]*$";
    private static final String IMAGE_PATTERN = "^[a-z]{1,20}/[0-9a-f]{64}$";
    private static final Pattern ONE_LINE = Pattern.compile(LINE_PATTERN);
    private static final Pattern PLAIN = Pattern.compile("[[^\\p{Cc}\\p{Cs}]\\r\\n\\t]*");
    private static final Pattern PICTURE = Pattern.compile(IMAGE_PATTERN);

    private final String wanted;

    FieldKind(String wanted) {
        this.wanted = wanted;
    }

    /** In words, for whoever got it wrong. */
    String wanted() {
        return "must be " + wanted;
    }

    boolean takes(Object value, List<String> words) {
        return switch (this) {
            case LINE -> isLine(value, LINE_LENGTH);
            case TEXT ->
                value instanceof String text
                        && text.length() <= TEXT_LENGTH
                        && PLAIN.matcher(text).matches();
            case WEB_ADDRESS -> isLine(value, WEB_LENGTH) && isHttps((String) value);
            case ONE_OF -> words.contains(value);
            case SOME_OF ->
                value instanceof List<?> list
                        && list.stream().allMatch(word -> word != null && words.contains(word))
                        && isDistinct(list);
            case TAGS ->
                value instanceof List<?> list
                        && !list.isEmpty()
                        && list.size() <= MOST_TAGS
                        && isDistinct(list)
                        && list.stream().allMatch(FieldKind::isTag);
            case IMAGE -> value instanceof String text && PICTURE.matcher(text).matches();
            case CONSENT -> value instanceof Boolean;
        };
    }

    /** JSON Schema, draft 2020-12. */
    JsonObject schema(List<String> words) {
        return switch (this) {
            case LINE -> text(LINE_LENGTH).put("pattern", LINE_PATTERN);
            case TEXT -> text(TEXT_LENGTH);
            case WEB_ADDRESS -> text(WEB_LENGTH).put("format", "uri").put("pattern", "^https://");
            case ONE_OF -> new JsonObject().put("type", "string").put("enum", words);
            case SOME_OF -> list(new JsonObject().put("type", "string").put("enum", words));
            case TAGS ->
                list(text(TAG_LENGTH).put("minLength", 1).put("pattern", LINE_PATTERN))
                        .put("minItems", 1)
                        .put("maxItems", MOST_TAGS);
            case IMAGE -> new JsonObject().put("type", "string").put("pattern", IMAGE_PATTERN);
            case CONSENT -> new JsonObject().put("type", "boolean");
        };
    }

    private static JsonObject text(int longest) {
        return new JsonObject().put("type", "string").put("maxLength", longest);
    }

    private static JsonObject list(JsonObject items) {
        return new JsonObject().put("type", "array").put("items", items).put("uniqueItems", true);
    }

    private static boolean isLine(Object value, int longest) {
        return value instanceof String text
                && text.length() <= longest
                && ONE_LINE.matcher(text).matches();
    }

    private static boolean isTag(Object value) {
        return isLine(value, TAG_LENGTH) && !((String) value).isBlank();
    }

    private static boolean isDistinct(List<?> list) {
        return list.stream().distinct().count() == list.size();
    }

    private static boolean isHttps(String address) {
        try {
            var uri = URI.create(address);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
