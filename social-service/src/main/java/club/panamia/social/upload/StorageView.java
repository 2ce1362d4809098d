package club.panamia.social.upload;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much somebody keeps here. */
@Schema(name = "MediaStorage", description = "How much my files take, with those that wait for their posts")
record StorageView(
        @Schema(required = true) long usedBytes,
        @Schema(required = true) long allowedBytes) {}
