package club.panamia.social;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Files of sounds and films, as recorders write them. */
public final class Recordings {

    /** What must not leave the house: it stands beside the samples of {@link #wav}. */
    public static final String SECRET = "Recorded at 25.7617 N";

    private static final int RATE = 8000;

    private Recordings() {}

    /** Silence, then as loud as can be, of one channel. */
    public static byte[] wav(int ms) {
        return wav(ms, (short) 1, (short) 16);
    }

    public static byte[] wav(int ms, short format, short bits) {
        var samples = RATE * ms / 1000;
        var note = SECRET.getBytes(StandardCharsets.US_ASCII);
        var file = ByteBuffer.allocate(44 + 8 + note.length + note.length % 2 + 2 * samples)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(file.capacity() - 8).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort(format).putShort((short) 1);
        file.putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort(bits);
        file.put(ascii("LIST")).putInt(note.length).put(note).put(new byte[note.length % 2]);
        file.put(ascii("data")).putInt(2 * samples);
        for (var n = 0; n < samples; n++) {
            file.putShort(n < samples / 2 ? 0 : Short.MIN_VALUE);
        }
        return file.array();
    }

    /** A head, a comment and one page of sound that ends after so long. */
    public static byte[] opus(int ms) {
        return ogg("OpusHead", ms);
    }

    public static byte[] ogg(String codec, int ms) {
        var skip = 312;
        var head = ByteBuffer.allocate(19)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii(codec))
                .put((byte) 1)
                .put((byte) 1)
                .putShort((short) skip)
                .putInt(48_000);
        var file = new ByteArrayOutputStream();
        file.writeBytes(page(0, head.array()));
        file.writeBytes(page(0, ascii("OpusTags" + SECRET)));
        file.writeBytes(page(48L * ms + skip, new byte[200]));
        return file.toByteArray();
    }

    /** A film of three seconds and no pictures, whose length is not known when it begins. */
    public static byte[] film(String type, int width, int height) {
        var video = element(0xe0, concat(element(0xb0, number(width)), element(0xba, number(height))));
        var info = concat(
                element(0x2ad7b1, new byte[] {0x0f, 0x42, 0x40}),
                element(0x4489, ByteBuffer.allocate(8).putDouble(3000).array()));
        var file = new ByteArrayOutputStream();
        file.writeBytes(element(0x1a45dfa3, element(0x4282, ascii(type))));
        file.writeBytes(new byte[] {0x18, 0x53, (byte) 0x80, 0x67, 0x01, -1, -1, -1, -1, -1, -1, -1});
        file.writeBytes(element(0x1549a966, info));
        file.writeBytes(element(0x1654ae6b, element(0xae, video)));
        file.writeBytes(element(0x1f43b675, new byte[50]));
        return file.toByteArray();
    }

    /** A sound as a browser records it: it does not say how long it is, only its blocks do, four to a cluster. */
    public static byte[] browserSound(int milliseconds) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(element(0x1a45dfa3, element(0x4282, ascii("webm"))));
        file.writeBytes(new byte[] {0x18, 0x53, (byte) 0x80, 0x67, 0x01, -1, -1, -1, -1, -1, -1, -1});
        file.writeBytes(element(0x1654ae6b, element(0xae, element(0xe1, element(0x9f, new byte[] {1})))));
        for (var time = 0; time < milliseconds; time += 400) {
            file.writeBytes(new byte[] {0x1f, 0x43, (byte) 0xb6, 0x75, 0x01, -1, -1, -1, -1, -1, -1, -1});
            file.writeBytes(element(0xe7, number(time)));
            for (var within = 0; within < 400 && time + within < milliseconds; within += 100) {
                file.writeBytes(element(0xa3, concat(new byte[] {(byte) 0x81}, concat(number(within), new byte[9]))));
            }
        }
        return file.toByteArray();
    }

    /** A sound as Safari records it, piece by piece; its samples last a hundredth of a second each. */
    public static byte[] safariSound(int milliseconds) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(box("ftyp", ascii("iso5\0\0\0\0isom")));
        file.writeBytes(box(
                "moov",
                box("mvhd", new byte[100]),
                track("soun", "mp4a", 0, box("stts", new byte[8])),
                box("mvex", box("trex", ints(0, 1, 1, 10, 0, 0)))));
        for (var time = 0; time < milliseconds; time += 500) {
            var samples = Math.min(500, milliseconds - time) / 10;
            file.writeBytes(box(
                    "moof", box("traf", box("tfhd", ints(0x20000, 1)), box("trun", ints(0x1, samples, 0)))));
            file.writeBytes(box("mdat", new byte[samples]));
        }
        return file.toByteArray();
    }

    /** The same as a telephone keeps it: whole, and called after where it was recorded. */
    public static byte[] telephoneSound(String kind, String codec, int milliseconds) {
        var table = box("stts", ints(0, 1, milliseconds / 10, 10));
        var name = box("udta", box("meta", ascii(SECRET)));
        return concat(
                concat(box("ftyp", ascii("M4A \0\0\0\0M4A ")), box("mdat", new byte[100])),
                box("moov", box("mvhd", new byte[100]), track(kind, codec, milliseconds, table), name));
    }

    private static byte[] track(String kind, String codec, int milliseconds, byte[] times) {
        var description = concat(ints(0, 1), box(codec, new byte[28]));
        return box(
                "trak",
                box(
                        "mdia",
                        box("mdhd", ints(0, 0, 0, 1000, milliseconds, 0)),
                        box("hdlr", concat(ints(0, 0), concat(ascii(kind), new byte[13]))),
                        box("minf", box("stbl", box("stsd", description), times))));
    }

    private static byte[] box(String name, byte[]... contents) {
        var content = new ByteArrayOutputStream();
        for (var part : contents) {
            content.writeBytes(part);
        }
        return concat(concat(ints(8 + content.size()), ascii(name)), content.toByteArray());
    }

    private static byte[] ints(int... values) {
        var bytes = ByteBuffer.allocate(4 * values.length);
        for (var value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    /** As deep as it can be within so many bytes. */
    public static byte[] deepFilm(int bytes) {
        var file = ByteBuffer.allocate(bytes);
        file.put(element(0x1a45dfa3, element(0x4282, ascii("webm"))));
        while (file.remaining() >= 12) {
            file.put(new byte[] {0x18, 0x53, (byte) 0x80, 0x67, 0x01, -1, -1, -1, -1, -1, -1, -1});
        }
        return file.array();
    }

    private static byte[] page(long position, byte[] body) {
        return ByteBuffer.allocate(28 + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("OggS"))
                .put(new byte[2])
                .putLong(position)
                .put(new byte[12])
                .put((byte) 1)
                .put((byte) body.length)
                .put(body)
                .array();
    }

    private static byte[] element(int id, byte[] content) {
        var file = new ByteArrayOutputStream();
        for (var shift = 24; shift >= 0; shift -= 8) {
            if (id >>> shift != 0) {
                file.write(id >>> shift & 0xff);
            }
        }
        file.write(0x40 | content.length >> 8);
        file.write(content.length & 0xff);
        file.writeBytes(content);
        return file.toByteArray();
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    private static byte[] concat(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
