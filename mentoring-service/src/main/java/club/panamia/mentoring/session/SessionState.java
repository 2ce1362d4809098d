package club.panamia.mentoring.session;

import club.panamia.kernel.identity.Actor;
import club.panamia.mentoring.state.Part;
import club.panamia.mentoring.state.SessionAction;
import club.panamia.mentoring.state.SessionStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Where a session stands after something was done with it, and what its reader can do next. */
@Schema(description = "Where a session stands now")
public record SessionState(
        @Schema(required = true) String sessionId,

        @Schema(
                required = true,
                description = "What the caller is in it",
                enumeration = {"mentor", "mentee", "moderator"})
        Part role,

        @Schema(required = true) SessionStatus status,
        @Schema(required = true) Instant scheduledAt,
        @Schema(required = true) Instant endsAt,
        @Schema(required = true, description = "Minutes") int duration,

        @Nullable @Schema(description = "A request that nobody answers ends then")
        Instant requestExpiresAt,

        @Nullable @Schema(description = "Another time that one of the two would like better")
        Instant proposedAt,

        @Nullable @Schema(enumeration = {"mentor", "mentee"})
        Part proposedBy,

        @Nullable
        @Schema(
                description = "Who did not come",
                enumeration = {"mentor", "mentee", "both"})
        String noShowBy,

        @Schema(required = true) int priceCents,
        @Schema(required = true) int version,
        @Schema(required = true) List<SessionAction> allowedActions) {

    public static SessionState of(MentorSession session, Actor actor, Instant now) {
        var part = session.partOf(actor);
        var timing = session.timing;
        return new SessionState(
                session.sessionId,
                part,
                session.status,
                timing.scheduledAt,
                timing.endsAt,
                timing.duration,
                session.status == SessionStatus.PENDING ? timing.requestExpiresAt : null,
                timing.proposedAt,
                timing.proposedBy,
                session.outcome == null ? null : session.outcome.noShowBy,
                session.wish.priceCents,
                session.version,
                SessionAction.allowed(part, session.moment(now)));
    }

    public static RestResponse<SessionState> created(MentorSession session, Actor actor, Instant now) {
        return ResponseBuilder.<SessionState>created(URI.create("/api/mentoring/sessions/" + session.sessionId))
                .entity(of(session, actor, now))
                .build();
    }
}
