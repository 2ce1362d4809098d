package club.panamia.social.search;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.page.PageQuery;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which posts are looked for. */
class PostsQuery extends PageQuery {

    private static final LocalDate BEFORE_ALL = LocalDate.of(1970, 1, 1);
    private static final LocalDate AFTER_ALL = LocalDate.of(9999, 12, 30);

    @RestQuery
    @NotBlank
    @Size(min = 2, max = 200)
    @Parameter(
            required = true,
            description =
                    "Words that stand in it, in any form; \"a phrase\", -without, this or that. Words that stand in"
                            + " every sentence find nothing by themselves")
    @Nullable
    String q;

    @RestQuery
    @Size(max = 400)
    @Parameter(description = "By whom: a handle")
    @Nullable
    String author;

    @RestQuery
    @Parameter(description = "A day of UTC, like 2026-01-31: said on it or later")
    @Nullable
    String from;

    @RestQuery
    @Parameter(description = "A day of UTC: said on it or before")
    @Nullable
    String to;

    String words() {
        return q == null ? "" : q.strip();
    }

    OffsetDateTime begin() {
        return start(day(from, "from", BEFORE_ALL));
    }

    /** The moment after. */
    OffsetDateTime end() {
        return start(day(to, "to", AFTER_ALL).plusDays(1));
    }

    private static LocalDate day(@Nullable String text, String parameter, LocalDate otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            var day = LocalDate.parse(text);
            if (!day.isBefore(BEFORE_ALL) && !day.isAfter(AFTER_ALL)) {
                return day;
            }
        } catch (DateTimeException e) {
            // Refused below, like a day that nobody can mean.
        }
        throw INVALID.because("This is no day.").at(parameter, "must be a day like 2026-01-31");
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
