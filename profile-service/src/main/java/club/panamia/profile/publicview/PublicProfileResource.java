package club.panamia.profile.publicview;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.profile.answer.Cacheable;
import club.panamia.profile.section.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A person's profile, as others see it. */
@Path("/api/profiles/{screenname}")
@Tag(name = "Directory")
class PublicProfileResource {

    private final PublicProfiles profiles;
    private final CurrentActor caller;

    PublicProfileResource(PublicProfiles profiles, CurrentActor caller) {
        this.profiles = profiles;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Cacheable
    @Operation(operationId = "readProfile", summary = "Show a person's profile, as far as it is shown to whoever asks")
    @APIResponse(responseCode = "200", description = "The profile")
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
    @APIResponse(responseCode = "404", description = "no-such-profile: nobody of that name shows one")
    public Uni<PublicProfileView> read(@RestPath String screenname) {
        return caller.find().chain(actor -> profiles.of(screenname, Viewer.of(actor)));
    }
}
