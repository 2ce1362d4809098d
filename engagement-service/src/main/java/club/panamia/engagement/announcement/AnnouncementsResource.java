package club.panamia.engagement.announcement;

import club.panamia.engagement.announcement.PrepareAnnouncement.NewAnnouncementView;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What administrators tell everybody, or some of us. */
@Path("/api/notifications/announcements")
@Tag(name = "Announcements")
@RolesAllowed(Roles.ADMIN)
class AnnouncementsResource {

    private final Announcements announcements;
    private final PrepareAnnouncement prepareAnnouncement;
    private final CurrentActor caller;

    AnnouncementsResource(Announcements announcements, PrepareAnnouncement prepareAnnouncement, CurrentActor caller) {
        this.announcements = announcements;
        this.prepareAnnouncement = prepareAnnouncement;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listAnnouncements", summary = "List what was and will be announced, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<AnnouncementView>> list(@BeanParam @Valid PageQuery query) {
        return announcements.page(query);
    }

    /** Tells it when it is time; people who do not want announcements are not told. */
    @POST
    @Operation(operationId = "createAnnouncement", summary = "Announce something, now or later")
    @APIResponse(
            responseCode = "201",
            description = "It will be told",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewAnnouncementView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only; wrong-origin")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places; idempotency-key-reused")
    @APIResponse(responseCode = "409", description = "request-still-running")
    public Uni<RestResponse<NewAnnouncementView>> create(@NotNull @Valid AnnouncementDraft draft) {
        return caller.fresh().chain(admin -> prepareAnnouncement.of(admin, draft));
    }

    @POST
    @Path("preview")
    @Operation(operationId = "previewAnnouncement", summary = "Say whom an announcement would reach; changes nothing")
    @APIResponse(responseCode = "200", description = "How many, and how it would read")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only; wrong-origin")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places")
    public Uni<AnnouncementPreview> preview(@NotNull @Valid AnnouncementDraft draft) {
        return announcements.preview(draft);
    }

    @PUT
    @Path("{id}/cancellation")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "cancelAnnouncement",
            summary = "Tell it nobody who has not heard it yet; again does nothing")
    @APIResponse(responseCode = "200", description = "It is called off")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-house-announcement")
    @APIResponse(responseCode = "409", description = "announcement-already-told")
    public Uni<AnnouncementView> cancel(@RestPath String id) {
        return caller.fresh().chain(admin -> announcements.cancel(id));
    }
}
