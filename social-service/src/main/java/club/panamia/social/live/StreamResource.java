package club.panamia.social.live;

import club.panamia.kernel.stream.ForListeners;
import club.panamia.kernel.stream.Listener;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What is said on my timelines, the moment it is said, as server-sent events (HTML, section 9.2). */
@Path("/api/social/timelines/stream")
@Tag(name = "Timelines")
class StreamResource {

    private static final List<String> ALL = List.of("home", "local", "direct");

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
            operationId = "streamMyTimelines",
            summary =
                    "Hear at once what is said on my timelines; after a pause, with Last-Event-ID, what I missed first")
    @APIResponse(
            responseCode = "200",
            description =
                    "Events 'home', 'local' and 'direct', whose id is the post's, or its boost's where somebody hands it"
                            + " on, and whose data is as in the list, before I like it; 'reload' where so much was missed that the lists are to be read anew; and a comment"
                            + " every twenty seconds. 'retry' says how long to wait before coming again; when many come at"
                            + " once, nothing else is said",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = StatusView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in; no-such-ticket")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input: the Last-Event-ID is too long, or a timeline unknown")
    @APIResponse(responseCode = "429", description = "too-many-streams: five at a time")
    public Multi<OutboundSseEvent> listen(
            @RestHeader("Last-Event-ID") @Nullable @Size(max = 64) String last,
            @RestQuery("timeline") @Size(max = 3) List<@Pattern(regexp = "home|local|direct") String> timelines,
            @RestQuery(ForListeners.TICKET)
                    @Nullable
                    @Parameter(description = "In place of a cookie: createStreamTicket gives one")
                    String ticket) {
        return streams.of(listener.userId(), last, timelines.isEmpty() ? ALL : timelines);
    }
}
