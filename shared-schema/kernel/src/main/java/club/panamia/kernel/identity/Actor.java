package club.panamia.kernel.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking. {@code sessionId} is the session's public id; it names the session and opens nothing.
 *
 * @param screenname null until the person has chosen one
 * @param roles see {@link Roles}
 */
public record Actor(String userId, @Nullable String screenname, Set<String> roles, String sessionId) {

    public boolean is(String role) {
        return roles.contains(role);
    }
}
