package club.panamia.mentoring.mentor;

import club.panamia.kernel.page.PageQuery;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whom to look for: all that is said must be true of them. */
class MentorSearch extends PageQuery {

    @RestQuery
    @Nullable
    @Size(max = 5)
    @Parameter(description = "All of these, however they are spelled")
    List<@Size(min = 1, max = 40) String> expertise;

    @RestQuery
    @Nullable
    @Size(max = 5)
    @Parameter(description = "All of these, as the mentors name them")
    List<@Size(min = 1, max = 40) String> language;

    @RestQuery
    @DefaultValue("false")
    @Pattern(regexp = "true|false", message = "must be true or false")
    @Parameter(description = "true: those who take nothing")
    String freeOnly = "false";

    @RestQuery
    @Nullable
    @DecimalMin("0")
    @DecimalMax("1000")
    @Digits(integer = 4, fraction = 2)
    @Parameter(description = "US dollars an hour at most")
    BigDecimal maxRate;

    @RestQuery
    @Nullable
    @Pattern(
            regexp = "artistic|knowledge_transfer|panamia_planning|pana_support",
            message = "must be a kind of session")
    @Parameter(description = "Those who offer this kind of session")
    String sessionType;

    @RestQuery
    @Nullable
    @Size(min = 1, max = 100)
    @Parameter(description = "Words of their profile, or something that they are good at")
    String q;

    @RestQuery
    @DefaultValue("standing")
    @Pattern(regexp = "standing|name|experience|rating", message = "must be standing, name, experience or rating")
    @Parameter(
            description = "The longest-standing first, by name, those who have held the most sessions first, or those"
                    + " whom mentees found best")
    String sort = "standing";

    /** What they may take at most; null where that does not matter. */
    @Nullable
    BigDecimal mostRate() {
        return Boolean.parseBoolean(freeOnly) ? BigDecimal.ZERO : maxRate;
    }
}
