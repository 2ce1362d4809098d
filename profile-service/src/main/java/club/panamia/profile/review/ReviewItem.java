package club.panamia.profile.review;

import club.panamia.kernel.page.Cursor;
import club.panamia.profile.section.Category;
import club.panamia.profile.section.County;
import club.panamia.profile.section.Descriptions;
import club.panamia.profile.section.Socials;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A profile as its reviewer reads it. */
@Schema(description = "A profile that waits for review")
record ReviewItem(
        @Schema(required = true) String id,

        @Schema(required = true, description = "Send it as If-Match, to decide on exactly what was read")
        String etag,

        @Schema(required = true) Instant submittedAt,

        @Schema(required = true, description = "How long it has waited, in whole hours")
        int waitingHours,

        @Nullable @Schema(description = "Why it was declined the last time")
        String declinedBefore,

        @Schema(required = true, description = "How often it was handed in before")
        int submittedBefore,

        @Schema(required = true) String name,
        @Nullable String screenname,

        @Nullable @Schema(description = "For administrators")
        String email,

        @Nullable @Schema(description = "For administrators")
        String phoneNumber,

        @Nullable String pronouns,
        @Nullable String locallyBased,
        @Nullable String locality,
        @Schema(required = true) Descriptions descriptions,
        @Schema(required = true) Socials socials,
        @Schema(required = true) List<String> categories,
        @Schema(required = true) List<String> counties) {

    static ReviewItem of(Row row) {
        return new ReviewItem(
                row.getString("id"),
                "\"" + row.getInteger("version") + "\"",
                row.getOffsetDateTime("submitted_at").toInstant(),
                row.getInteger("waiting_hours"),
                row.getString("review_reason"),
                row.getInteger("submitted_before"),
                row.getString("name"),
                row.getString("screenname"),
                row.getString("email"),
                row.getString("phone_number"),
                row.getString("pronouns"),
                row.getString("locally_based"),
                row.getString("address_locality"),
                Descriptions.of(row.getJsonObject("descriptions")),
                Socials.of(row.getJsonObject("socials")),
                Category.VOCABULARY.keys(row.getJsonObject("categories").getMap()),
                County.VOCABULARY.keys(row.getJsonObject("counties").getMap()));
    }

    Cursor position() {
        return Cursor.of(submittedAt, id);
    }
}
