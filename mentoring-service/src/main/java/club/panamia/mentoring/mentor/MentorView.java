package club.panamia.mentoring.mentor;

import club.panamia.kernel.page.Cursor;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who offers mentoring, without any way to reach them but a request. What they want to reach themselves (their goals)
 * and when they are free is not shown here.
 *
 * @param profileId and {@code sortKey}: only for the cursor
 */
@Schema(description = "Somebody who offers mentoring")
record MentorView(
        @Schema(required = true) String id,
        @JsonIgnore String profileId,
        @Nullable String screenname,
        @Schema(required = true) String name,
        @Nullable String image,
        @Nullable String locality,
        @Schema(required = true) List<String> expertise,
        @Schema(required = true) List<String> languages,
        @Nullable String bio,
        @Nullable @Schema(description = "An https address") String videoIntroUrl,

        @Schema(required = true, description = "US dollars; 0 is free")
        BigDecimal hourlyRate,

        @Nullable @Schema(description = "Which kinds of session; all where it is absent")
        List<String> sessionTypes,

        @Schema(required = true, description = "Sessions held so far")
        long sessionsHeld,

        @Nullable @Schema(description = "1 to 5, by those who were mentored; absent before the third of them")
        BigDecimal rating,

        @Nullable @Schema(description = "The first time at which a session can begin; absent where there is none")
        Instant nextSlotAt,

        @Nullable
        @Schema(description = "When that was reckoned; a minute or so after each change, and six hours ago at most")
        Instant nextSlotAsOf,

        @JsonIgnore String sortKey) {

    /** Of fewer one could tell who said what. */
    private static final int FEWEST_RATINGS = 3;

    static MentorView of(Row row) {
        var offer = new StoredOffer(row.getJsonObject("mentoring"));
        return new MentorView(
                row.getString("id"),
                row.getString("profile_id"),
                row.getString("screenname"),
                row.getString("name"),
                row.getString("image"),
                row.getString("address_locality"),
                offer.texts("expertise"),
                offer.texts("languages"),
                offer.text("bio"),
                offer.webAddress("videoIntroUrl"),
                offer.amount("hourlyRate"),
                sessionTypes(row.getJsonObject("availability")),
                row.getLong("sessions"),
                row.getLong("ratings") < FEWEST_RATINGS ? null : row.getBigDecimal("rating"),
                instant(row.getOffsetDateTime("next_at")),
                instant(row.getOffsetDateTime("reckoned_at")),
                row.getString("position"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    Cursor position(String sort) {
        return Cursor.of(sort, sortKey, profileId);
    }

    private static @Nullable List<String> sessionTypes(@Nullable JsonObject availability) {
        return availability == null || !availability.containsKey("sessionTypes")
                ? null
                : new StoredOffer(availability).texts("sessionTypes");
    }
}
