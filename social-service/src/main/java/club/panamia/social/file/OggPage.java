package club.panamia.social.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A page of an Ogg file (RFC 3533, section 6), header and all. */
record OggPage(ByteBuffer bytes) {

    static final int MARK = 0x5367674f;

    private static final int HEADER = 27;
    private static final int POSITION = 6;
    private static final int SERIAL = 14;
    private static final int NUMBER = 18;
    private static final int CHECKSUM = 22;
    private static final int SEGMENTS = 26;
    private static final int POLYNOMIAL = 0x04c11db7;

    /** Reads the next one; its lacing values say how long it is. */
    static OggPage next(ByteBuffer data) {
        var start = data.position();
        if (data.getInt(start) != MARK) {
            throw MediaFile.unusable("cannot be read to its end");
        }
        var segments = Byte.toUnsignedInt(data.get(start + SEGMENTS));
        var length = HEADER + segments;
        for (var n = 0; n < segments; n++) {
            length += Byte.toUnsignedInt(data.get(start + HEADER + n));
        }
        var page = data.slice(start, length).order(ByteOrder.LITTLE_ENDIAN);
        data.position(start + length);
        return new OggPage(page);
    }

    /** A page of the same stream that holds this one packet of fewer than 255 bytes. */
    OggPage with(byte[] packet) {
        var page = ByteBuffer.allocate(HEADER + 1 + packet.length).order(ByteOrder.LITTLE_ENDIAN);
        page.putInt(MARK).putInt(SERIAL, stream());
        page.put(SEGMENTS, (byte) 1).put(HEADER, (byte) packet.length).put(HEADER + 1, packet);
        return new OggPage(page.rewind());
    }

    /** The same page at another place of its stream. */
    byte[] numbered(int number) {
        var page = ByteBuffer.allocate(bytes.limit())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes.duplicate());
        page.putInt(NUMBER, number).putInt(CHECKSUM, 0);
        return page.putInt(CHECKSUM, checksum(page.array())).array();
    }

    ByteBuffer body() {
        var from = HEADER + segments();
        return bytes.slice(from, bytes.limit() - from).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Up to where the sound has come when this page ends. */
    long position() {
        return bytes.getLong(POSITION);
    }

    /** Which stream of the file it belongs to. */
    int stream() {
        return bytes.getInt(SERIAL);
    }

    /** The other one, if it belongs to the same stream. */
    OggPage sameStream(OggPage other) {
        if (other.stream() != stream()) {
            throw MediaFile.unusable("must hold one sound only");
        }
        return other;
    }

    /** Whether the packet that is in it last ends in it. */
    boolean endsItsPacket() {
        return segments() > 0 && Byte.toUnsignedInt(bytes.get(HEADER + segments() - 1)) < 255;
    }

    private int segments() {
        return Byte.toUnsignedInt(bytes.get(SEGMENTS));
    }

    static int checksum(byte[] content) {
        var sum = 0;
        for (var value : content) {
            sum ^= value << 24;
            for (var bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? sum << 1 ^ POLYNOMIAL : sum << 1;
            }
        }
        return sum;
    }
}
