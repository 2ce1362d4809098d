package club.panamia.auth.page;

import club.panamia.kernel.request.AllowedOrigins;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where to go after signing in: a path of ours, or a page under {@code PUBLIC_URL} or {@code ALLOWED_ORIGINS}. Anything else, and
 * anything that a browser could take for something else, becomes {@code /} (RFC 9700, section 4.11: no open redirects).
 */
public record ReturnTarget(String url) {

    private static final int LONGEST = 2000;
    private static final ReturnTarget HOME = new ReturnTarget("/");
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[A-Za-z0-9._~!$&'()*+,;=:@%/?#-]*");
    private static final Pattern PAGE = Pattern.compile("(https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?)((/|\\?|#).*)?");
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@%/?#-]*");

    public static ReturnTarget of(@Nullable String wish, AllowedOrigins allowed) {
        if (wish == null || wish.length() > LONGEST || !SAFE.matcher(wish).matches()) {
            return HOME;
        }
        return OWN_PATH.matcher(wish).matches() || isAllowedPage(wish, allowed) ? new ReturnTarget(wish) : HOME;
    }

    private static boolean isAllowedPage(String wish, AllowedOrigins allowed) {
        var page = PAGE.matcher(wish);
        return page.matches() && allowed.contain(page.group(1).toLowerCase(Locale.ROOT));
    }
}
