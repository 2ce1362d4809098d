package club.panamia.social.filter;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A filter of mine. */
@Schema(name = "Filter", description = "What I do not want to read, or only behind a warning")
record FilterView(
        @Schema(required = true) String id,
        @Schema(required = true) String phrase,
        @Schema(required = true) boolean wholeWord,
        @Schema(required = true) List<FilterContext> contexts,
        @Schema(required = true) FilterAction action,

        @Nullable @Schema(description = "When it goes") Instant expiresAt) {

    static FilterView of(Row row) {
        return new FilterView(
                row.getString("id"),
                row.getString("phrase"),
                row.getBoolean("whole_word"),
                Arrays.stream(row.getArrayOfStrings("contexts"))
                        .map(FilterContext::of)
                        .toList(),
                FilterAction.of(row.getString("action")),
                instant(row.getOffsetDateTime("expires_at")));
    }

    static RestResponse<FilterView> created(String id, FilterDraft filter) {
        var view = new FilterView(
                id,
                filter.phrase(),
                filter.asWholeWord(),
                List.copyOf(filter.contexts()),
                filter.action(),
                filter.expiresAt());
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header(HttpHeaders.LOCATION, "/api/social/filters/" + id)
                .build();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
