package club.panamia.mentoring.feedback;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.mentoring.session.Bookings;
import club.panamia.mentoring.session.MentorSession;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** How the two found a session. */
@Path("/api/mentoring/sessions/{sessionId}/feedback")
@Tag(name = "Sessions")
@RolesAllowed(Roles.MEMBER)
class FeedbackResource {

    private final Bookings bookings;
    private final Feedbacks feedbacks;
    private final CurrentActor caller;

    FeedbackResource(Bookings bookings, Feedbacks feedbacks, CurrentActor caller) {
        this.bookings = bookings;
        this.feedbacks = feedbacks;
        this.caller = caller;
    }

    @GET
    @WithSession
    @Operation(
            operationId = "readSessionFeedback",
            summary = "Show what I said about a session, and then what the other one said")
    @APIResponse(responseCode = "200", description = "What I may read of it")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part-in-session")
    @APIResponse(responseCode = "404", description = "no-such-session")
    public Uni<FeedbackView> read(@RestPath String sessionId) {
        var actor = caller.actor();
        return bookings.known(actor, sessionId)
                .invoke(session -> session.requireOneOfTheTwo(actor))
                .chain(session -> view(session, actor));
    }

    /** Once, and not to be changed: the constraint counts. */
    @POST
    @WithTransaction
    @Operation(operationId = "giveSessionFeedback", summary = "Say how I found a session that was held")
    @APIResponse(
            responseCode = "201",
            description = "It is said",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FeedbackView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part-in-session; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-session")
    @APIResponse(responseCode = "409", description = "session-in-wrong-state: it was not held; feedback-given")
    @APIResponse(responseCode = "422", description = "invalid-input: a rating of 1 to 5, 1000 characters at most")
    public Uni<RestResponse<FeedbackView>> give(@RestPath String sessionId, @Valid @NotNull FeedbackDraft draft) {
        var actor = caller.actor();
        return bookings.known(actor, sessionId)
                .invoke(session -> session.requireOneOfTheTwo(actor))
                .invoke(MentorSession::requireHeld)
                .call(session -> feedbacks.persistAndFlush(Feedback.of(session, session.partOf(actor), draft)))
                .chain(session -> view(session, actor))
                .map(view -> ResponseBuilder.create(Status.CREATED, view).build());
    }

    private Uni<FeedbackView> view(MentorSession session, Actor reader) {
        return feedbacks.on(session).map(given -> FeedbackView.of(given, session.partOf(reader)));
    }
}
