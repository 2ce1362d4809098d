package club.panamia.kernel.media;

import static club.panamia.kernel.problem.CommonProblem.INVALID;
import static club.panamia.kernel.problem.CommonProblem.TOO_LARGE;

import club.panamia.kernel.problem.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * An uploaded picture, drawn anew: nothing of the file itself is kept, so neither where it was taken nor what else hid in it.
 * All of this computes; it belongs on a worker thread.
 *
 * @param width in pixels, upright
 * @param height in pixels, upright
 * @param sizes JPEG files by the length of their longer side; a small picture is not made larger
 */
public record Picture(ImageType type, int width, int height, Map<Integer, byte[]> sizes) {

    static final int MAX_BYTES = 5 * 1024 * 1024;
    private static final Pattern CUT = Pattern.compile("(?i)premature|truncated");

    /** Refuses, with a place, what is too large or not a picture; the size in pixels is checked before anything is unpacked. */
    public static Picture of(byte[] upload) {
        if (upload.length > MAX_BYTES) {
            throw TOO_LARGE
                    .because("The picture has more than 5 MB.")
                    .at(Media.FIELD, "must have at most %d bytes".formatted(MAX_BYTES));
        }
        var type = ImageType.of(upload).orElseThrow(() -> unusable("is not a JPEG, PNG or WebP picture"));
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            return read(type, upload, stream);
        } catch (IOException e) {
            throw unusable("cannot be read to its end");
        }
    }

    private static Picture read(ImageType type, byte[] upload, ImageInputStream stream) throws IOException {
        var reader = type.reader();
        try {
            reader.setInput(stream, true, true);
            var parts = new Parts(type, upload);
            var frame = Frame.of(parts, reader.getWidth(0), reader.getHeight(0));
            var fault = frame.fault();
            if (fault.isPresent()) {
                throw unusable(fault.get());
            }
            return drawn(type, decoded(reader, frame), frame, Orientation.of(parts));
        } catch (RuntimeException broken) {
            // Readers meet broken files with any exception.
            throw broken instanceof Problem problem ? problem : unusable("cannot be read to its end");
        } finally {
            reader.dispose();
        }
    }

    /** Reads no more pixels than the largest size needs twice over, so that memory is bounded by our sizes, not by theirs. */
    private static BufferedImage decoded(ImageReader reader, Frame frame) throws IOException {
        var step = Math.max(1, Math.max(frame.width(), frame.height()) / (2 * Media.LARGEST));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        var warnings = new ArrayList<String>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        var image = reader.read(0, how);
        // A JPEG that is cut is filled up with grey, and only a warning tells.
        if (warnings.stream().anyMatch(CUT.asPredicate())) {
            throw unusable("cannot be read to its end");
        }
        return image;
    }

    private static Picture drawn(ImageType type, BufferedImage image, Frame frame, Orientation orientation)
            throws IOException {
        var upright = Drawing.upright(image, orientation);
        var sizes = new TreeMap<Integer, byte[]>();
        for (var size : Media.SIZES) {
            sizes.put(size, Drawing.jpeg(Drawing.within(upright, size)));
        }
        return orientation.onItsSide()
                ? new Picture(type, frame.height(), frame.width(), sizes)
                : new Picture(type, frame.width(), frame.height(), sizes);
    }

    private static Problem unusable(String why) {
        return INVALID.because("This picture cannot be used.").at(Media.FIELD, why);
    }
}
