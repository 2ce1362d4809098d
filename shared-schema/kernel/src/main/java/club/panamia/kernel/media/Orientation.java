package club.panamia.kernel.media;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * How a camera was held, the tag 0x0112 of Exif (CIPA DC-008, section 4.6.5): 1 is upright, 2 to 8 are its turns and mirrors.
 * Nothing else of the metadata is read.
 */
record Orientation(int tag) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int ORIENTATION = 0x0112;
    private static final Set<String> EXIF_PARTS = Set.of("e1", "eXIf", "EXIF");
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /** A picture whose metadata cannot be read is taken as it lies. */
    static Orientation of(Parts parts) {
        try {
            return parts.first(EXIF_PARTS)
                    .map(Orientation::withoutMark)
                    .flatMap(Orientation::inTiff)
                    .orElse(UPRIGHT);
        } catch (IndexOutOfBoundsException cut) {
            return UPRIGHT;
        }
    }

    /** Whether width and height change places. */
    boolean onItsSide() {
        return tag >= 5;
    }

    /** Puts a picture of this size, as it lies in the file, upright. */
    AffineTransform upright(int width, int height) {
        return switch (tag) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /** JPEG writes {@code Exif} before the data, and some programs do so in WebP. */
    private static ByteBuffer withoutMark(ByteBuffer part) {
        var marked =
                part.remaining() >= EXIF.length && part.slice(0, EXIF.length).equals(ByteBuffer.wrap(EXIF));
        return marked ? part.slice(EXIF.length, part.remaining() - EXIF.length) : part;
    }

    /** TIFF 6.0: byte order, the place of the first directory; an entry is tag, type, count, value. */
    private static Optional<Orientation> inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + i * 12;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                var tag = Short.toUnsignedInt(tiff.getShort(entry + 8));
                return tag >= 1 && tag <= 8 ? Optional.of(new Orientation(tag)) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
