package club.panamia.engagement.list;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.problem.CommonProblem;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whose lists: {@code ?owner=}. */
class ListQuery extends PageQuery {

    @RestQuery
    @Nullable
    @Size(max = 24)
    @Parameter(description = "A screenname; without it, mine")
    String owner;

    @RestQuery
    @Nullable
    @Size(max = 100)
    @Parameter(description = "The slug of one of the owner's lists; without it, all")
    String slug;

    static Actor known(Optional<Actor> reader) {
        return reader.orElseThrow(() -> CommonProblem.NOT_SIGNED_IN.because("Sign in to see your own lists."));
    }
}
