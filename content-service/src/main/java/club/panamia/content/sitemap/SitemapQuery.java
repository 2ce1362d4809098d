package club.panamia.content.sitemap;

import club.panamia.kernel.problem.QueryBean;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code ?year=}: the articles that were first published then. */
class SitemapQuery implements QueryBean {

    @RestQuery
    @Nullable
    @Min(1970)
    @Max(9998)
    Integer year;

    Optional<Integer> year() {
        return Optional.ofNullable(year);
    }
}
