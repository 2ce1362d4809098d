package club.panamia.social.upload;

import club.panamia.social.file.MediaFile;
import club.panamia.social.file.MediaKind;
import club.panamia.social.media.MediaLinks;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file that waits for its post. */
@Schema(name = "Upload", description = "A file of mine that waits for its post")
record UploadView(
        @Schema(required = true, description = "What a post names it by")
        String id,

        @Schema(required = true) MediaKind type,
        @Schema(required = true) String mediaType,

        @Schema(required = true, description = "Signed, and over in 10 to 20 minutes")
        String url,

        @Nullable @Schema(description = "Of a picture: at most 320 pixels")
        String previewUrl,

        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String blurhash,
        @Nullable Integer durationMs,

        @Schema(
                required = true,
                description = "How loud a WAV sound is, in hundredths of it; whoever records in Opus measures")
        List<Double> peaks) {

    static UploadView of(String id, MediaFile file, MediaLinks links) {
        return new UploadView(
                id,
                file.kind(),
                file.mediaType(),
                links.signed(links.address(id, file.shown())),
                file.kind() == MediaKind.IMAGE ? links.signed(links.address(id, MediaFile.PREVIEW)) : null,
                file.width(),
                file.height(),
                file.blurhash(),
                file.durationMs(),
                file.peaks());
    }
}
