package club.panamia.profile.link;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The links that everybody sees beside a profile. */
@Path("/api/profiles/{screenname}/links")
@Tag(name = "Directory")
class LinksResource {

    private final Links links;

    LinksResource(Links links) {
        this.links = links;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listProfileLinks",
            summary = "List the profiles that belong to this one, as both owners have said, by name, at most 20")
    @APIResponse(responseCode = "200", description = "Only profiles that are in the directory")
    @APIResponse(responseCode = "404", description = "no-such-profile: nobody of that name shows one")
    public Uni<List<PublicLinkView>> list(@RestPath String screenname) {
        return links.shownBy(screenname);
    }
}
