package club.panamia.profile.publicview;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One person's profile, for everybody. */
@Path("/api/profiles/{screenname}")
@Tag(name = "Directory")
class PublicProfileResource {

    private final PublicProfiles profiles;

    PublicProfileResource(PublicProfiles profiles) {
        this.profiles = profiles;
    }

    @GET
    @PermitAll
    @Operation(operationId = "readProfile", summary = "Show a person's public profile")
    @APIResponse(responseCode = "200", description = "The profile")
    @APIResponse(responseCode = "404", description = "no-such-profile: nobody of that name shows one")
    public Uni<PublicProfileView> read(@RestPath String screenname) {
        return profiles.of(screenname);
    }
}
