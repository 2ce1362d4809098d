package club.panamia.auth.magiclink;

import club.panamia.auth.page.ReturnTarget;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a used-up link or code leaves behind: whose address it proved, and where that person wanted to go. */
public record Proof(String email, ReturnTarget target) {

    static Proof of(Object[] row) {
        return new Proof((String) row[0], new ReturnTarget(orHome((String) row[1])));
    }

    private static String orHome(@Nullable String returnTo) {
        return Objects.requireNonNullElse(returnTo, "/");
    }
}
