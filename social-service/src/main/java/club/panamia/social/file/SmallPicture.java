package club.panamia.social.file;

import static club.panamia.kernel.problem.CommonProblem.TOO_LARGE;

import club.panamia.kernel.media.ImageType;
import club.panamia.kernel.media.Picture;

/**
 * A small picture that is kept as it is: it may move and have holes. It is read to its end all the same; that computes, and belongs on
 * a worker thread.
 */
public record SmallPicture(String mediaType, byte[] content) {

    private static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_SIDE = 512;

    /** Refuses what is too large, or no PNG, GIF or WebP picture. */
    public static SmallPicture of(byte[] upload) {
        if (upload.length > MAX_BYTES) {
            throw TOO_LARGE
                    .because("The picture has more than 256 KiB.")
                    .at(MediaFile.FIELD, "must have at most %d bytes".formatted(MAX_BYTES));
        }
        var type = type(upload);
        var picture = Picture.of(Gif.begins(upload) ? Gif.still(upload) : upload);
        if (Math.max(picture.width(), picture.height()) > MAX_SIDE) {
            throw MediaFile.unusable("must have at most %1$d x %1$d pixels".formatted(MAX_SIDE));
        }
        return new SmallPicture(type, upload);
    }

    private static String type(byte[] upload) {
        return Gif.begins(upload)
                ? "image/gif"
                : ImageType.of(upload)
                        .filter(type -> type != ImageType.JPEG)
                        .map(type -> type == ImageType.PNG ? "image/png" : "image/webp")
                        .orElseThrow(() -> MediaFile.unusable("is no PNG, GIF or WebP picture"));
    }
}
