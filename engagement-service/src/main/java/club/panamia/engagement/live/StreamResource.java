package club.panamia.engagement.live;

import club.panamia.engagement.notice.NoticeText;
import club.panamia.engagement.notification.NotificationView;
import club.panamia.kernel.stream.ForListeners;
import club.panamia.kernel.stream.Listener;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What I am told, the moment I am told it, as server-sent events (HTML, section 9.2). */
@Path("/api/notifications/stream")
@Tag(name = "Notifications")
class StreamResource {

    private final Streams streams;
    private final Listener listener;

    StreamResource(Streams streams, Listener listener) {
        this.streams = streams;
        this.listener = listener;
    }

    @GET
    @ForListeners
    @PermitAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamMyNotifications",
            summary = "Hear what I am told at once; after a pause, with Last-Event-ID, what I missed first")
    @APIResponse(
            responseCode = "200",
            description =
                    "Events 'notification', whose id is the notification's and whose data is as in the list; 'unread', whose"
                            + " data is as of unread-count, at first and when it changes; 'reload' where so much was missed"
                            + " that the list is to be read anew; and a comment every twenty seconds. 'retry' says how"
                            + " long to wait before coming again; when many come at once, nothing else is said",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = NotificationView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in; no-such-ticket")
    @APIResponse(responseCode = "422", description = "invalid-input: the Last-Event-ID is too long")
    @APIResponse(responseCode = "429", description = "too-many-streams: five at a time")
    public Multi<OutboundSseEvent> listen(
            @RestHeader("Last-Event-ID") @Nullable @Size(max = 64) String last,
            @RestQuery(ForListeners.TICKET)
                    @Nullable
                    @Parameter(description = "In place of a cookie: createStreamTicket gives one")
                    String ticket,
            @Context HttpHeaders headers) {
        return streams.of(listener.userId(), last, NoticeText.wishedBy(headers));
    }
}
