package club.panamia.social.timeline;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What is said under a hashtag. */
@Path("/api/social/tags/{name}/statuses")
@Tag(name = "Timelines")
class TagResource {

    private final Timelines timelines;
    private final CurrentActor caller;

    TagResource(Timelines timelines, CurrentActor caller) {
        this.timelines = timelines;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listStatusesOfTag",
            summary = "List posts under a hashtag, newest first; for members also those that are for members only")
    @APIResponse(responseCode = "200", description = "One page; none where nobody has used it")
    @APIResponse(responseCode = "422", description = "invalid-input: a cursor or limit that is none")
    public Uni<Page<StatusView>> list(@RestPath String name, @BeanParam @Valid PageQuery page) {
        return caller.find().chain(reader -> timelines.under(name, reader.orElse(null), page));
    }
}
