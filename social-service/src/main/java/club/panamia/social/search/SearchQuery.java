package club.panamia.social.search;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What is looked for. */
class SearchQuery {

    @RestQuery
    @NotBlank
    @Size(max = 2000)
    @Parameter(
            required = true,
            description = "A part of a name, a handle like @name@host, or the address of a profile or post")
    @Nullable
    String q;

    String words() {
        return q == null ? "" : q.strip();
    }
}
