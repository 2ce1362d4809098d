package club.panamia.profile.directory;

import club.panamia.kernel.problem.QueryBean;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestQuery;

/** How many at most: {@code ?limit=}, 1 to 24, 6 unless asked otherwise. */
class Few implements QueryBean {

    @RestQuery
    @DefaultValue("6")
    @Min(1)
    @Max(24)
    int limit = 6;
}
