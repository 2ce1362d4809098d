package club.panamia.social.text;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of pictures in a text, {@code :shortcode:}, which stand between words. */
public final class Shortcodes {

    private static final int MOST = 50;
    private static final Pattern SHORTCODE =
            Pattern.compile("(?<![\\p{L}\\p{N}_:]):([a-z0-9_]{2,30}):(?![\\p{L}\\p{N}_:])");

    private Shortcodes() {}

    /** Without the colons, fifty at most. */
    public static Set<String> in(@Nullable String text) {
        var found = new LinkedHashSet<String>();
        var matcher = SHORTCODE.matcher(text == null ? "" : text);
        while (found.size() < MOST && matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
