package club.panamia.mentoring.dashboard;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.problem.QueryBean;
import club.panamia.mentoring.document.ZoneName;
import io.vertx.mutiny.sqlclient.Tuple;
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

/** {@code ?from=&to=&tz=}: which days, and on whose clock they begin and end. */
class DashboardQuery implements QueryBean {

    private static final int LONGEST = 366;
    private static final int USUAL = 30;
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    @RestQuery
    @Nullable
    @Pattern(regexp = DATE, message = "must be a date, such as 2030-02-28")
    @Parameter(description = "First day; 30 days before the last without it")
    String from;

    @RestQuery
    @Nullable
    @Pattern(regexp = DATE, message = "must be a date, such as 2030-02-28")
    @Parameter(description = "Last day, a year and a day at most; today without it")
    String to;

    @RestQuery
    @DefaultValue("America/New_York")
    @ZoneName
    @Parameter(description = "Whose days")
    String tz = "America/New_York";

    /** The first and the last day, the instants between which they lie, and the zone. */
    Tuple values(Instant now) {
        var zone = ZoneId.of(tz);
        var last = to == null ? now.atZone(zone).toLocalDate() : date("to", to);
        var first = from == null ? last.minusDays(USUAL) : date("from", from);
        var days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > LONGEST) {
            throw INVALID.because("Ask for 1 to 366 days.").at("to", "must be at most 365 days after 'from'");
        }
        return Tuple.of(
                first,
                last,
                first.atStartOfDay(zone).toOffsetDateTime(),
                last.plusDays(1).atStartOfDay(zone).toOffsetDateTime(),
                tz);
    }

    private static LocalDate date(String parameter, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw INVALID.because("There is no such date.").at(parameter, "must be a date");
        }
    }
}
