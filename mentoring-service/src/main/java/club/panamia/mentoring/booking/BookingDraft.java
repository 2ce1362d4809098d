package club.panamia.mentoring.booking;

import club.panamia.mentoring.availability.OneOf;
import club.panamia.mentoring.document.WholeNumber;
import club.panamia.mentoring.document.ZoneName;
import club.panamia.mentoring.state.SessionType;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody asks a mentor for. */
@Schema(description = "What I ask a mentor for")
record BookingDraft(
        @Schema(required = true, description = "The mentor's screenname") @NotNull @Size(min = 1, max = 24)
        String mentor,

        @Schema(required = true, description = "The start of one of the mentor's slots, with any offset") @NotNull
        OffsetDateTime startsAt,

        @Schema(required = true, description = "Minutes: 15, 30, 60, 90 or 120")
        @NotNull
        @OneOf({15, 30, 60, 90, 120})
        @JsonDeserialize(using = WholeNumber.class)
        Integer duration,

        @Schema(required = true) @NotNull @Size(min = 5, max = 200) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*")
        String topic,

        @Schema(required = true) @NotNull SessionType sessionType,

        @Nullable @ZoneName @Schema(description = "My time zone")
        String timezone,

        @Schema(enumeration = {"video", "in_person", "phone"}) @Pattern(regexp = "video|in_person|phone")
        String locationKind,

        @Nullable @Size(max = 500) @Pattern(regexp = "[[^\\p{Cc}\\p{Cs}]\\n]*")
        String locationText) {

    BookingDraft {
        topic = topic == null ? "" : topic.strip();
        locationKind = locationKind == null ? "video" : locationKind;
        locationText = locationText == null || locationText.isBlank() ? null : locationText.strip();
    }

    @JsonIgnore
    SlotChoice choice() {
        return new SlotChoice(mentor, startsAt, duration);
    }
}
