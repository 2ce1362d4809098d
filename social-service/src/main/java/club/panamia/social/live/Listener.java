package club.panamia.social.live;

import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who listens by this request. */
@RequestScoped
class Listener {

    private @Nullable String userId;

    void is(String person) {
        userId = person;
    }

    String userId() {
        return Objects.requireNonNull(userId);
    }
}
