package club.panamia.social.conversation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far somebody has read; what comes while they read stays unread. */
@Schema(name = "SocialReadMark")
record ReadMark(
        @NotBlank @Size(max = 64) @Schema(required = true, description = "The newest post that I have read")
        String statusId) {}
