package club.panamia.auth.magiclink;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where to go after signing in: a path of ours. Anything that a browser could take for another site becomes {@code /}
 * (RFC 9700, section 4.11: no open redirects).
 */
record ReturnTarget(String path) {

    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[A-Za-z0-9._~!$&'()*+,;=:@%/?#-]*");

    static ReturnTarget of(@Nullable String wish) {
        return new ReturnTarget(wish != null && OWN_PATH.matcher(wish).matches() ? wish : "/");
    }
}
