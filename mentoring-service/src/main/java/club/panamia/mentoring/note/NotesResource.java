package club.panamia.mentoring.note;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.request.IfMatch;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the two in a session write down together. */
@Path("/api/mentoring/sessions/{sessionId}/notes")
@Tag(name = "Notes")
@RolesAllowed(Roles.MEMBER)
class NotesResource {

    private final Notes notes;
    private final CurrentActor caller;
    private final Clock clock;

    NotesResource(Notes notes, CurrentActor caller, Clock clock) {
        this.notes = notes;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @WithSession
    @Operation(operationId = "readSessionNotes", summary = "Show the notes that the other one and I share")
    @APIResponse(
            responseCode = "200",
            description = "The notes, empty where there are none; their ETag is what a change must name",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoteView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part-in-session: also for moderators")
    @APIResponse(responseCode = "404", description = "no-such-session")
    public Uni<RestResponse<NoteView>> read(@RestPath String sessionId) {
        return notes.shared(caller.actor(), sessionId, clock.instant()).map(NoteView::answer);
    }

    @PUT
    @WithTransaction
    @Operation(operationId = "writeSessionNotes", summary = "Write the notes that the other one and I share")
    @APIResponse(
            responseCode = "200",
            description = "The notes as they are now",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoteView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part-in-session; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-session")
    @APIResponse(
            responseCode = "409",
            description = "notes-closed: not agreed on yet, called off, or over for thirty days")
    @APIResponse(responseCode = "412", description = "stale-version: somebody has written since you read them")
    @APIResponse(responseCode = "422", description = "invalid-input: 5000 characters at most")
    @APIResponse(responseCode = "428", description = "version-required: send If-Match")
    public Uni<RestResponse<NoteView>> write(
            @RestPath String sessionId,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NoteText text) {
        var seen = IfMatch.required(ifMatch);
        return notes.writeShared(caller.actor(), sessionId, text.content(), seen, clock.instant())
                .map(NoteView::answer);
    }
}
