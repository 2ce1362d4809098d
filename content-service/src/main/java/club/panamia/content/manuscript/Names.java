package club.panamia.content.manuscript;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Screennames of people by their ids; who has left has none. */
record Names(Map<String, String> byId) {

    @Nullable
    String of(@Nullable String userId) {
        return userId == null ? null : byId.get(userId);
    }
}
