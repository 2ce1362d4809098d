package club.panamia.mentoring.slot;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.problem.QueryBean;
import club.panamia.mentoring.availability.OneOf;
import club.panamia.mentoring.document.ZoneName;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code ?from=&to=&duration=&tz=}: which slots, on whose clock. */
class SlotQuery implements QueryBean {

    private static final int A_WEEK = 7;
    private static final int LONGEST = 31;
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    @RestQuery
    @Nullable
    @Pattern(regexp = DATE, message = "must be a date, such as 2030-02-28")
    @Parameter(description = "First date by the clock of tz; today without it")
    String from;

    @RestQuery
    @Nullable
    @Pattern(regexp = DATE, message = "must be a date, such as 2030-02-28")
    @Parameter(description = "Last date, 31 days at most; a week without it")
    String to;

    @RestQuery
    @DefaultValue("60")
    @OneOf({15, 30, 60, 90, 120})
    @Parameter(description = "Minutes")
    Integer duration = 60;

    @RestQuery
    @DefaultValue("UTC")
    @ZoneName
    @Parameter(description = "My time zone")
    String tz = "UTC";

    ZoneId zone() {
        return ZoneId.of(tz);
    }

    /** From the start of the first date to the end of the last one. */
    Stretch range(Instant now) {
        var first = from == null ? now.atZone(zone()).toLocalDate() : date("from", from);
        var last = to == null ? first.plusDays(A_WEEK - 1L) : date("to", to);
        var days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > LONGEST) {
            throw INVALID.because("Ask for 1 to 31 days.").at("to", "must be at most 30 days after 'from'");
        }
        return new Stretch(
                first.atStartOfDay(zone()).toInstant(),
                last.plusDays(1).atStartOfDay(zone()).toInstant());
    }

    private static LocalDate date(String parameter, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw INVALID.because("There is no such date.").at(parameter, "must be a date");
        }
    }
}
