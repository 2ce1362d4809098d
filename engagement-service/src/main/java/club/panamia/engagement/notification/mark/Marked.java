package club.panamia.engagement.notification.mark;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much was marked. */
@Schema(description = "How many notifications were unread and are read now")
record Marked(@Schema(required = true) int markedCount) {}
