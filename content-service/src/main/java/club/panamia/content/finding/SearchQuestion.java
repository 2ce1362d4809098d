package club.panamia.content.finding;

import club.panamia.kernel.page.PageQuery;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What somebody looks for: {@code ?q=&exclude=}. */
class SearchQuestion extends PageQuery {

    @RestQuery
    @Nullable
    @NotNull
    @Size(min = 2, max = 100)
    @Pattern(regexp = "[^\\p{Cc}]*", message = "must be plain text")
    @Parameter(
            required = true,
            description =
                    "Words in English or Spanish, with or without accents; \"…\" for a phrase, - for what is not wanted")
    String q;

    @RestQuery
    @Nullable
    @Size(max = 100)
    @Parameter(description = "The slug of an article that is not meant")
    String exclude;

    String words() {
        return q == null ? "" : q.strip();
    }

    String excluded() {
        return exclude == null ? "" : exclude;
    }
}
