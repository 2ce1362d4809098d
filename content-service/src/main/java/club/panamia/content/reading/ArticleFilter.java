package club.panamia.content.reading;

import club.panamia.kernel.problem.QueryBean;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which articles somebody looks for: {@code ?type=&tag=&author=}, each of which may be left out. */
class ArticleFilter implements QueryBean {

    @RestQuery
    @Nullable
    @Pattern(
            regexp = "|business_update|community_commentary|staff_update",
            message = "must be business_update, community_commentary or staff_update")
    String type;

    @RestQuery
    @Nullable
    @Size(max = 30)
    @Parameter(description = "One tag, in any case")
    String tag;

    @RestQuery
    @Nullable
    @Size(max = 40)
    @Parameter(description = "The screenname of an author or co-author")
    String author;

    Optional<String> type() {
        return Optional.ofNullable(type).filter(text -> !text.isEmpty());
    }

    Optional<String> tag() {
        return Optional.ofNullable(tag)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty());
    }

    Optional<String> author() {
        return Optional.ofNullable(author).filter(text -> !text.isBlank());
    }
}
