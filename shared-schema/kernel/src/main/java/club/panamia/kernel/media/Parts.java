package club.panamia.kernel.media;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parts that a picture's file is made of, without unpacking any: a JPEG's segments, by the two hexadecimal digits of their
 * marker; a PNG's and a WebP's chunks, by their names.
 */
record Parts(ImageType type, byte[] content) {

    private static final int CHECKSUM = 4;

    /** The first of these parts; nothing, too, where the file is cut or lies about lengths. */
    Optional<ByteBuffer> first(Set<String> names) {
        return find(names, 1).stream().findFirst();
    }

    /** Up to so many of these parts, as far as the file can be followed. */
    List<ByteBuffer> find(Set<String> names, int most) {
        var found = new ArrayList<ByteBuffer>();
        var data = ByteBuffer.wrap(content);
        try {
            switch (type) {
                case JPEG -> segments(data.position(2), names, most, found);
                case PNG -> chunks(data.position(8), names, most, found);
                case WEBP -> chunks(data.order(ByteOrder.LITTLE_ENDIAN).position(12), names, most, found);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
            return found;
        }
        return found;
    }

    /** FF, the marker, two bytes of length that count themselves, data. The picture itself begins with FFDA. */
    private static void segments(ByteBuffer data, Set<String> names, int most, List<ByteBuffer> found) {
        while (found.size() < most && data.remaining() >= 4 && (data.get() & 0xff) == 0xff) {
            var marker = "%02x".formatted(data.get());
            if (marker.equals("da")) {
                return;
            }
            if (marker.equals("ff")) {
                // Any number of FF may stand before a marker.
                data.position(data.position() - 1);
            } else {
                pass(data, Short.toUnsignedInt(data.getShort()) - 2, 0, names.contains(marker), found);
            }
        }
    }

    /** PNG: length, name, data, checksum. RIFF: name, length, data, padding to an even place. */
    private void chunks(ByteBuffer data, Set<String> names, int most, List<ByteBuffer> found) {
        var name = new byte[4];
        while (found.size() < most && data.remaining() >= 8) {
            var ahead = type == ImageType.PNG ? data.getInt() : 0;
            data.get(name);
            var length = type == ImageType.PNG ? ahead : data.getInt();
            var wanted = names.contains(new String(name, StandardCharsets.US_ASCII));
            pass(data, length, type == ImageType.PNG ? CHECKSUM : length % 2, wanted, found);
        }
    }

    /** A length below nothing would lead back, and round for ever: a slice refuses it. */
    private static void pass(ByteBuffer data, int length, int after, boolean wanted, List<ByteBuffer> found) {
        var part = data.slice(data.position(), length).order(data.order());
        if (wanted) {
            found.add(part);
        }
        data.position(Math.min(data.limit(), data.position() + length + after));
    }
}
