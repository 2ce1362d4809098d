package club.panamia.social.draft;

import club.panamia.kernel.page.Cursor;
import club.panamia.social.post.PostDraft;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A post of mine that waits. */
@Schema(description = "A post of mine that waits")
record DraftView(
        @Schema(required = true) String id,
        @Schema(required = true) PostDraft post,

        @Nullable @Schema(description = "When it is posted by itself")
        Instant publishAt,

        @Nullable @Schema(description = "The time zone in which I chose that")
        String zone,

        @Nullable @Schema(description = "The slug of the problem for which it could not be posted when its time came")
        String refusal) {

    static DraftView of(Draft draft) {
        return new DraftView(draft.id, draft.body, draft.publishAt, draft.zone, draft.refusal);
    }

    static RestResponse<DraftView> created(Draft draft) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, of(draft))
                .header(HttpHeaders.LOCATION, "/api/social/drafts/" + draft.id)
                .build();
    }

    Cursor position() {
        return Cursor.of(id);
    }
}
