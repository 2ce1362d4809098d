package club.panamia.social.file;

import club.panamia.kernel.media.Media;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A GIF. Of one that moves its first picture is taken: it is drawn anew, and stands still, as all pictures do. */
final class Gif {

    private static final int MAX_SIDE = 8000;

    private Gif() {}

    static boolean begins(byte[] upload) {
        var mark = new String(Arrays.copyOf(upload, 6), StandardCharsets.ISO_8859_1);
        return mark.equals("GIF87a") || mark.equals("GIF89a");
    }

    /** Its first picture as a PNG; the size is looked at before anything is unpacked. */
    static byte[] still(byte[] upload) {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(stream, true, true);
            return png(first(reader));
        } catch (IOException | RuntimeException broken) {
            // Readers meet broken files with any exception.
            throw MediaFile.unusable(
                    "is no GIF picture that can be read, of at most %1$d x %1$d pixels".formatted(MAX_SIDE));
        } finally {
            reader.dispose();
        }
    }

    /** No more pixels than our largest size needs twice over. */
    private static BufferedImage first(ImageReader reader) throws IOException {
        var longer = Math.max(reader.getWidth(0), reader.getHeight(0));
        if (longer > MAX_SIDE) {
            throw new IOException("too large");
        }
        var step = Math.max(1, longer / (2 * Media.SIZES.getLast()));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }
}
