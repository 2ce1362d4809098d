package club.panamia.social.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A film or a sound in WebM: elements of an id, a length and a content (RFC 8794), of which only a few are looked at (RFC 9559). */
final class WebM {

    private static final int EBML = 0x1a45dfa3;
    private static final int DOC_TYPE = 0x4282;
    private static final int SEGMENT = 0x18538067;
    private static final int INFO = 0x1549a966;
    private static final int SCALE = 0x2ad7b1;
    private static final int DURATION = 0x4489;
    private static final int TRACKS = 0x1654ae6b;
    private static final int TRACK = 0xae;
    private static final int VIDEO = 0xe0;
    private static final int AUDIO = 0xe1;
    private static final int WIDTH = 0xb0;
    private static final int HEIGHT = 0xba;
    private static final int CLUSTER = 0x1f43b675;
    private static final int DEEPEST = 8;
    private static final int MAX_SIDE = 8000;

    private String type = "";
    private long nanosPerTick = 1_000_000;
    private double ticks;
    private int width;
    private int height;
    private boolean pictures;
    private boolean sounds;

    private WebM() {}

    static boolean begins(byte[] upload) {
        return upload.length >= 4 && ByteBuffer.wrap(upload).getInt(0) == EBML;
    }

    static MediaFile of(byte[] upload) {
        var film = new WebM();
        try {
            film.read(ByteBuffer.wrap(upload), 0);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
            throw MediaFile.unusable("cannot be read");
        }
        if (film.type.equals("webm") && film.sounds && !film.pictures) {
            return film.sound(upload);
        }
        if (!film.type.equals("webm") || film.width < 1 || film.height < 1) {
            throw MediaFile.unusable("must be a WebM film with a picture, or a sound");
        }
        if (film.width > MAX_SIDE || film.height > MAX_SIDE) {
            throw MediaFile.unusable("must have at most %d x %d pixels".formatted(MAX_SIDE, MAX_SIDE));
        }
        var ms = film.ticks * film.nanosPerTick / 1_000_000;
        return new MediaFile(
                MediaKind.VIDEO,
                "video/webm",
                film.width,
                film.height,
                null,
                ms >= 1 && ms < Integer.MAX_VALUE ? (int) ms : null,
                List.of(),
                Map.of("film.webm", upload));
    }

    /** It lasts as long as it says, or as its blocks do. */
    private MediaFile sound(byte[] upload) {
        try {
            var length = Math.max(ticks, WebMClock.lastBlock(ByteBuffer.wrap(upload)) + 1.0);
            return MediaFile.sound(
                    "audio/webm", upload, (long) Math.ceil(length * nanosPerTick / 1_000_000), List.of());
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
            throw MediaFile.unusable("cannot be read");
        }
    }

    /** Up to where the pictures begin; a whole that is still being written says no length, and goes to the end. */
    private void read(ByteBuffer data, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        while (data.hasRemaining()) {
            var id = number(data, false);
            var length = number(data, true);
            if (id == CLUSTER) {
                return;
            }
            var content = data.slice(data.position(), (int) Math.min(length, data.remaining()));
            data.position(data.position() + content.limit());
            look((int) id, content, depth + 1);
        }
    }

    private void look(int id, ByteBuffer content, int depth) {
        switch (id) {
            case EBML, SEGMENT, INFO, TRACKS, TRACK -> read(content, depth);
            case VIDEO -> {
                pictures = true;
                read(content, depth);
            }
            case AUDIO -> sounds = true;
            case DOC_TYPE -> type = StandardCharsets.US_ASCII.decode(content).toString();
            case SCALE -> nanosPerTick = unsigned(content);
            case DURATION -> ticks = content.limit() == 4 ? content.getFloat() : content.getDouble();
            case WIDTH -> width = (int) unsigned(content);
            case HEIGHT -> height = (int) unsigned(content);
            default -> {}
        }
    }

    /** As many bytes as the first one has leading zeros, and one; of a length its mark is no part. */
    static long number(ByteBuffer data, boolean isLength) {
        var first = Byte.toUnsignedInt(data.get());
        var more = Integer.numberOfLeadingZeros(first) - 24;
        if (more > 7) {
            throw new IllegalArgumentException("no number");
        }
        var value = isLength ? first & 0x7fL >> more : first;
        var isOpen = isLength && value == 0x7f >> more;
        for (var n = 0; n < more; n++) {
            var next = Byte.toUnsignedInt(data.get());
            isOpen &= next == 0xff;
            value = value << 8 | next;
        }
        return isOpen ? Long.MAX_VALUE : value;
    }

    static long unsigned(ByteBuffer content) {
        var value = 0L;
        while (content.hasRemaining()) {
            value = value << 8 | Byte.toUnsignedInt(content.get());
        }
        return value;
    }
}
