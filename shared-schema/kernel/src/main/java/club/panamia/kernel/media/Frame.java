package club.panamia.kernel.media;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * How many pixels unpacking will make, told before it begins. A WebP's header may say another size than its frame, and both a
 * WebP and a progressive JPEG are held in memory as a whole: they get a lower limit.
 */
record Frame(int width, int height, boolean heldWhole) {

    private static final int MAX_SIDE = 8000;
    private static final long MAX_HELD = 24_000_000;

    /** ITU-T T.81, table B.1: the frames of progressive processes. */
    private static final Set<String> PROGRESSIVE = Set.of("c2", "c6", "ca", "ce");

    private static final Set<String> LOSSY = Set.of("VP8 ");
    private static final Set<String> LOSSLESS = Set.of("VP8L");
    private static final Set<String> MOVING = Set.of("ANIM", "ANMF");

    /** Of a picture whose reader says this size. */
    static Frame of(Parts parts, int width, int height) {
        return switch (parts.type()) {
            case JPEG -> new Frame(width, height, parts.first(PROGRESSIVE).isPresent());
            case PNG -> new Frame(width, height, false);
            case WEBP -> ofWebp(parts, width, height);
        };
    }

    /** What is wrong with it, in words that stand behind the place. */
    Optional<String> fault() {
        if (width < 1 || height < 1) {
            return Optional.of("must be a still picture");
        }
        if (width > MAX_SIDE || height > MAX_SIDE) {
            return Optional.of("must have at most %d x %d pixels".formatted(MAX_SIDE, MAX_SIDE));
        }
        return heldWhole && (long) width * height > MAX_HELD
                ? Optional.of("must have at most 24 megapixels, as a WebP or a progressive JPEG")
                : Optional.empty();
    }

    /** Exactly one frame, so that none that nobody has looked at is unpacked. */
    private static Frame ofWebp(Parts parts, int width, int height) {
        var lossy = parts.find(LOSSY, 2);
        var lossless = parts.find(LOSSLESS, 2);
        if (lossy.size() + lossless.size() != 1 || parts.first(MOVING).isPresent()) {
            return new Frame(0, 0, true);
        }
        var frame = lossy.isEmpty() ? lossless(lossless.getFirst()) : lossy(lossy.getFirst());
        return new Frame(Math.max(frame.width, width), Math.max(frame.height, height), true);
    }

    /** RFC 6386, section 9.1: three bytes of tag, three of start code, then 14 bits each. */
    private static Frame lossy(ByteBuffer data) {
        return new Frame(data.getShort(6) & 0x3fff, data.getShort(8) & 0x3fff, true);
    }

    /** RFC 9649, section 3.4: a signature, then 14 bits each of the size less one. */
    private static Frame lossless(ByteBuffer data) {
        var bits = data.getInt(1);
        return new Frame((bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1, true);
    }
}
