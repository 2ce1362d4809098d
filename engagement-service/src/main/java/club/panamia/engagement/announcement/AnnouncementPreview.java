package club.panamia.engagement.announcement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom an announcement would reach, and how it would read. */
@Schema(description = "Whom an announcement would reach, and how it would read")
record AnnouncementPreview(
        @Schema(required = true, description = "How many people; some of them may not want announcements")
        long people,

        @Schema(required = true) String text,
        @Schema(required = true) String textInSpanish) {}
