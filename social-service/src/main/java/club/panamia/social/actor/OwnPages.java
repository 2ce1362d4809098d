package club.panamia.social.actor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Where else a person can be found, as far as they show it to everybody: fields of their actor whose values are links that say that
 * both ends are the same person ({@code rel="me"}).
 */
enum OwnPages {
    WEBSITE("website", "Website", ""),
    INSTAGRAM("instagram", "Instagram", "https://www.instagram.com/"),
    FACEBOOK("facebook", "Facebook", "https://www.facebook.com/"),
    TIKTOK("tiktok", "TikTok", "https://www.tiktok.com/@"),
    TWITTER("twitter", "X", "https://x.com/"),
    SPOTIFY("spotify", "Spotify", "https://open.spotify.com/user/");

    private final String key;
    private final String label;
    private final String names;

    OwnPages(String key, String label, String names) {
        this.key = key;
        this.label = label;
        this.names = names;
    }

    /** @param shown by the keys of a profile's socials: an address, or a name on that site */
    static JsonArray in(JsonObject shown) {
        var fields = new JsonArray();
        for (var page : values()) {
            var address = page.address(shown.getString(page.key));
            if (address != null) {
                fields.add(new JsonObject().put("name", page.label).put("value", link(address)));
            }
        }
        return fields;
    }

    private @Nullable String address(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return typed.startsWith("https://") || typed.startsWith("http://") || names.isEmpty()
                ? typed
                : names + typed.replaceFirst("^@", "");
    }

    private static String link(String address) {
        var escaped = Biography.escape(address);
        var words = escaped.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
        return "<a href=\"%s\" rel=\"me nofollow noopener\">%s</a>".formatted(escaped, words);
    }
}
