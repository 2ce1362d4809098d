package club.panamia.social.post;

import club.panamia.social.audience.Visibility;
import club.panamia.social.place.Place;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A post as its author has written it. */
@Schema(name = "WrittenStatus", description = "A post of mine, with its source")
public record WrittenView(
        @Schema(required = true) String id,

        @Schema(required = true, description = "The post's ActivityPub id")
        String uri,

        @Schema(required = true) Visibility visibility,

        @Schema(required = true, description = "HTML") String content,

        @Schema(required = true, description = "Markdown") String source,

        @Nullable String contentWarning,
        @Nullable String language,
        @Nullable String inReplyToId,
        @Nullable Place location,
        @Schema(required = true) Instant published,
        @Nullable Instant editedAt,

        @Nullable @Schema(description = "When it goes by itself")
        Instant expiresAt) {

    static WrittenView of(Status status) {
        return new WrittenView(
                status.id,
                status.uri,
                status.visibility,
                status.content,
                status.source,
                status.contentWarning,
                status.language,
                status.inReplyToId,
                status.location,
                status.published,
                status.editedAt,
                status.expiresAt);
    }

    public RestResponse<WrittenView> created() {
        return ResponseBuilder.create(RestResponse.Status.CREATED, this)
                .header(HttpHeaders.LOCATION, "/api/social/statuses/" + id)
                .build();
    }
}
