package club.panamia.profile.profile;

import static club.panamia.profile.profile.ProfileProblem.NO_SUCH_BADGE;

import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What administrators vouch for. */
@Schema(enumeration = {"pana-verified", "legal-age"})
public enum Badge {
    PANA_VERIFIED("pana-verified", "panaVerified"),
    LEGAL_AGE("legal-age", "legalAgeVerified");

    @JsonValue
    public final String label;

    /** Its name in the document {@code verification}. */
    private final String key;

    Badge(String label, String key) {
        this.label = label;
        this.key = key;
    }

    /** As they are stored. */
    public static List<Badge> in(JsonObject verification) {
        return Arrays.stream(values())
                .filter(badge -> Boolean.TRUE.equals(verification.getValue(badge.key)))
                .toList();
    }

    public static Badge named(String label) {
        return Arrays.stream(values())
                .filter(badge -> badge.label.equals(label))
                .findAny()
                .orElseThrow(() -> NO_SUCH_BADGE.because("The badges are pana-verified and legal-age."));
    }
}
