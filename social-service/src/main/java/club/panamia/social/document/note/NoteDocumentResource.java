package club.panamia.social.document.note;

import club.panamia.social.document.ActivityJson;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A post under its ActivityPub id, for other servers. */
@Path("/ap/statuses/{id}")
@Tag(name = "Federation")
@PermitAll
@Produces({ActivityJson.TYPE, ActivityJson.LD_TYPE, MediaType.APPLICATION_JSON})
class NoteDocumentResource {

    private final PublicNotes notes;

    NoteDocumentResource(PublicNotes notes) {
        this.notes = notes;
    }

    @GET
    @Operation(operationId = "readNoteDocument", summary = "The post as an ActivityPub document")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "404", description = "not-found: also what is not for everybody")
    @APIResponse(responseCode = "410", description = "It is gone for good: a Tombstone")
    public Uni<RestResponse<String>> note(@RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return notes.note(id, known);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "openPostPage", summary = "Lead a browser to the page about the post")
    @APIResponse(responseCode = "303", description = "The page")
    @APIResponse(responseCode = "404", description = "not-found: also what is not for everybody")
    public Uni<RestResponse<Void>> page(@RestPath String id) {
        return notes.page(id);
    }

    @GET
    @Path("/activity")
    @Operation(operationId = "readNoteCreation", summary = "The activity by which the post came about")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "404", description = "not-found: also of what is not for everybody")
    @APIResponse(responseCode = "410", description = "It is gone for good: a Tombstone")
    public Uni<RestResponse<String>> creation(
            @RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return notes.creation(id, known);
    }

    @GET
    @Path("/replies")
    @Operation(operationId = "readReplies", summary = "Answers to the post that everybody may read")
    @APIResponse(responseCode = "200", description = "The ids of at most 100, oldest first")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "404", description = "not-found: also of what is not for everybody")
    @APIResponse(responseCode = "410", description = "It is gone for good: a Tombstone")
    public Uni<RestResponse<String>> replies(@RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return notes.replies(id, known);
    }
}
