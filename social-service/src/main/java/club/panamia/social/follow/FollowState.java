package club.panamia.social.follow;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a wish to follow. */
@Schema(description = "What became of a wish to follow")
record FollowState(
        @Schema(required = true, description = "pending, accepted or rejected")
        String state) {}
