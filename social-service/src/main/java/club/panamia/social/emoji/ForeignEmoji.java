package club.panamia.social.emoji;

import club.panamia.social.wire.Host;
import club.panamia.social.wire.Ld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pictures of a thing of another server, in its tags: fifty at most. They stay where they are. */
public final class ForeignEmoji {

    private static final int MOST = 50;
    private static final String SHORTCODE = "[A-Za-z0-9_+-]{1,64}";

    private ForeignEmoji() {}

    /** {@code shortcode} and {@code url} of each; the first of each name, as it is written. */
    public static JsonArray in(JsonObject thing) {
        var rows = new JsonArray();
        addresses(thing)
                .forEach((shortcode, url) ->
                        rows.add(new JsonObject().put("shortcode", shortcode).put("url", url)));
        return rows;
    }

    /** The same as tags of a post: {@code type}, {@code name} and {@code href}. */
    public static JsonArray tags(JsonObject thing) {
        var rows = new JsonArray();
        addresses(thing)
                .forEach((shortcode, url) -> rows.add(new JsonObject()
                        .put("type", "Emoji")
                        .put("name", ":" + shortcode + ":")
                        .put("href", url)));
        return rows;
    }

    private static Map<String, String> addresses(JsonObject thing) {
        var found = new LinkedHashMap<String, String>();
        for (var tag : Ld.objects(thing, "tag")) {
            var name = Ld.text(tag, "name");
            var icon = Ld.object(tag, "icon");
            var url = icon == null ? null : Ld.ref(icon, "url");
            if (isEmoji(tag) && name != null && url != null && Host.of(url).isPresent() && found.size() < MOST) {
                var shortcode = name.replaceFirst("^:(.*):$", "$1");
                if (shortcode.matches(SHORTCODE)) {
                    found.putIfAbsent(shortcode, url);
                }
            }
        }
        return found;
    }

    private static boolean isEmoji(JsonObject tag) {
        var type = Ld.type(tag);
        return type.equals("Emoji") || type.equals("toot:Emoji") || type.equals("http://joinmastodon.org/ns#Emoji");
    }
}
