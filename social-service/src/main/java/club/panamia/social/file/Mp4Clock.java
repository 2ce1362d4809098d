package club.panamia.social.file;

import java.nio.ByteBuffer;

/**
 * How long a sound in MPEG-4 is (ISO/IEC 14496-12, section 8): what it says, or what its samples say, all at once or piece by piece,
 * as recorders write it that do not know the end; whichever is longest.
 */
final class Mp4Clock {

    /** More than anything lasts. */
    private static final long MOST = 1L << 50;

    private static final long UNKNOWN = 0xffff_ffffL;

    private long perSecond;
    private long said;
    private long sampled;
    private long recorded;
    private long usual;
    private long usualHere;

    /** A media header: times of four bytes, or of eight in the version of 1. */
    void scale(ByteBuffer header) {
        var isLong = header.get(0) == 1;
        perSecond = unsigned(header, isLong ? 20 : 12);
        said = isLong ? Math.clamp(header.getLong(24), 0, MOST) : unsigned(header, 16) % UNKNOWN;
    }

    /** A table of how many samples last how long. */
    void samples(ByteBuffer table) {
        var rows = unsigned(table, 4);
        for (var row = 0; row < rows; row++) {
            sampled = more(sampled, unsigned(table, 8 + 8 * row), unsigned(table, 12 + 8 * row));
        }
    }

    void usually(int duration) {
        usual = Integer.toUnsignedLong(duration);
    }

    /** A fragment's header: behind four bytes of flags and a track stands what they announce. */
    void fragment(ByteBuffer header) {
        var flags = header.getInt(0);
        var place = 8 + ((flags & 0x1) == 0 ? 0 : 8) + ((flags & 0x2) == 0 ? 0 : 4);
        usualHere = (flags & 0x8) == 0 ? usual : unsigned(header, place);
    }

    /** Samples in a row, each with as many numbers of four bytes as the flags announce, its duration first. */
    void run(ByteBuffer samples) {
        var flags = samples.getInt(0);
        var count = unsigned(samples, 4);
        if ((flags & 0x100) == 0) {
            recorded = more(recorded, count, usualHere);
            return;
        }
        var place = 8 + ((flags & 0x1) == 0 ? 0 : 4) + ((flags & 0x4) == 0 ? 0 : 4);
        var step = 4 * Integer.bitCount(flags & 0xf00);
        for (var n = 0; n < count; n++) {
            recorded = more(recorded, 1, unsigned(samples, place + n * step));
        }
    }

    long milliseconds() {
        if (perSecond == 0) {
            throw new IllegalArgumentException("no time");
        }
        var longest = Math.max(said, Math.max(sampled, recorded));
        return Math.ceilDiv(longest * 1000, perSecond);
    }

    private static long more(long sum, long count, long each) {
        return each > 0 && count > MOST / each ? MOST : Math.min(MOST, sum + count * each);
    }

    private static long unsigned(ByteBuffer data, int place) {
        return Integer.toUnsignedLong(data.getInt(place));
    }
}
