package club.panamia.mentoring.own;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.request.IfMatch;
import club.panamia.mentoring.document.Documents;
import club.panamia.mentoring.offer.Offer;
import club.panamia.mentoring.opening.Openings;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What the caller offers as a mentor. */
@Path("/api/mentoring/profile")
@Tag(name = "My mentoring")
@RolesAllowed(Roles.MEMBER)
class ProfileResource {

    private final MentorProfiles profiles;
    private final Openings openings;
    private final Documents documents;
    private final CurrentActor caller;
    private final Clock clock;

    ProfileResource(MentorProfiles profiles, Openings openings, Documents documents, CurrentActor caller, Clock clock) {
        this.profiles = profiles;
        this.openings = openings;
        this.documents = documents;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @WithSession
    @Operation(operationId = "readMyMentoring", summary = "Show what I offer as a mentor")
    @APIResponse(
            responseCode = "200",
            description = "The document; its ETag is what a change must name",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Offer.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "mentoring-needs-profile")
    public Uni<RestResponse<Offer>> read() {
        return profiles.of(caller.actor()).map(this::answer);
    }

    @PATCH
    @Consumes("application/merge-patch+json")
    @WithTransaction
    @Operation(
            operationId = "changeMyMentoring",
            summary = "Change what I offer as a mentor by a JSON merge patch (RFC 7396): absent keeps, null clears")
    @APIResponse(
            responseCode = "200",
            description = "The document as it is now",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Offer.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "mentoring-needs-profile")
    @APIResponse(responseCode = "412", description = "stale-version: it has changed since you read it")
    @APIResponse(responseCode = "415", description = "unsupported-media-type: a patch is application/merge-patch+json")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places")
    @APIResponse(responseCode = "428", description = "version-required: send If-Match")
    public Uni<RestResponse<Offer>> change(
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            type = SchemaType.OBJECT,
                                                            description = "Any part of an Offer")))
                    @NotNull
                    JsonNode patch) {
        var seen = IfMatch.required(ifMatch);
        return profiles.ofForChange(caller.actor())
                .invoke(profile -> seen.require(documents.tag(profile.offer(documents))))
                .invoke(profile ->
                        profile.offer(documents.merge(profile.offer(documents), patch, Offer.class), documents))
                .call(profiles::flush)
                .call(() -> openings.lookAgain(caller.actor().userId(), clock.instant()))
                .map(this::answer);
    }

    private RestResponse<Offer> answer(MentorProfile profile) {
        var document = profile.offer(documents);
        return ResponseBuilder.ok(document).tag(documents.tag(document)).build();
    }
}
