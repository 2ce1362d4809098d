package club.panamia.kernel.stream;

import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who listens by this request, at an endpoint {@link ForListeners}. */
@RequestScoped
public class Listener {

    private @Nullable String userId;

    void is(String person) {
        userId = person;
    }

    public String userId() {
        return Objects.requireNonNull(userId);
    }
}
