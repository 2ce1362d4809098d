package club.panamia.mentoring.mentor;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.page.PageQuery;
import club.panamia.mentoring.slot.Stretch;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whom to look for: all that is said must be true of them. */
class MentorSearch extends PageQuery {

    private static final int AHEAD = 60;
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

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
    @Nullable
    @Size(max = 40)
    @Parameter(
            description =
                    "Those with whom a session can begin at some time from then on, with any offset; now without it")
    String availableFrom;

    @RestQuery
    @Nullable
    @Size(max = 40)
    @Parameter(description = "And before then; within sixty days")
    String availableTo;

    @RestQuery
    @DefaultValue("standing")
    @Pattern(
            regexp = "standing|name|experience|rating|soonest",
            message = "must be standing, name, experience, rating or soonest")
    @Parameter(
            description = "The longest-standing first, by name, those who have held the most sessions first, those"
                    + " whom mentees found best, or those who are free soonest, without whoever is not free at all")
    String sort = "standing";

    /** When they are to be free; null where that does not matter. */
    @Nullable
    Stretch available(Instant now) {
        if (availableFrom == null && availableTo == null) {
            return null;
        }
        var from = availableFrom == null ? now : instant("availableFrom", availableFrom);
        var until = availableTo == null ? from.plus(Duration.ofDays(AHEAD)) : instant("availableTo", availableTo);
        if (!from.isBefore(until)) {
            throw INVALID.because("That is no time.").at("availableTo", "must be after 'availableFrom'");
        }
        return new Stretch(from, until);
    }

    private static Instant instant(String parameter, String text) {
        try {
            var instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isAfter(LATEST) || instant.isBefore(Instant.EPOCH)) {
                throw INVALID.because("Nobody plans for then.").at(parameter, "must be a time of this century");
            }
            return instant;
        } catch (DateTimeParseException e) {
            throw INVALID.because("There is no such time.")
                    .at(parameter, "must be a time with an offset, such as 2030-02-28T09:00:00Z");
        }
    }

    /** What they may take at most; null where that does not matter. */
    @Nullable
    BigDecimal mostRate() {
        return Boolean.parseBoolean(freeOnly) ? BigDecimal.ZERO : maxRate;
    }
}
