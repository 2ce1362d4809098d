package club.panamia.engagement.live.ticket;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What opens one stream. */
@Schema(description = "What opens one stream, once")
record TicketView(
        @Schema(required = true) String ticket,
        @Schema(required = true) Instant expiresAt) {}
