package club.panamia.social.file;

import club.panamia.kernel.media.Media;
import club.panamia.kernel.media.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/** A picture, drawn anew in our sizes. */
final class Photo {

    private Photo() {}

    /** Width and height are those of the largest file, not of the upload. */
    static MediaFile of(byte[] upload) {
        var sizes = Picture.of(upload).sizes();
        var files = new HashMap<String, byte[]>();
        sizes.forEach((size, content) -> files.put(size + ".jpg", content));
        var shown = pixels(Objects.requireNonNull(sizes.get(Media.SIZES.getLast())));
        var small = pixels(Objects.requireNonNull(sizes.get(Media.SIZES.getFirst())));
        return new MediaFile(
                MediaKind.IMAGE,
                "image/jpeg",
                shown.getWidth(),
                shown.getHeight(),
                Blurhash.of(small),
                null,
                List.of(),
                files);
    }

    /** Of a file that we have just written ourselves. */
    private static BufferedImage pixels(byte[] jpeg) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
