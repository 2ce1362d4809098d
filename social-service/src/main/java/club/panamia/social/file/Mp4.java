package club.panamia.social.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A sound in MPEG-4, as Safari and telephones record it (ISO/IEC 14496-12): boxes of a length, a name and a content. What players
 * do not need is blanked where it stands: what the memo is called may be where it was recorded.
 */
final class Mp4 {

    private static final int DEEPEST = 8;
    private static final Set<String> CODECS = Set.of("mp4a", "Opus");

    private final Mp4Clock clock = new Mp4Clock();
    private int tracks;
    private String kind = "";
    private String codec = "";

    private Mp4() {}

    static boolean begins(byte[] upload) {
        return upload.length >= 8 && new String(upload, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp");
    }

    static MediaFile of(byte[] upload) {
        var kept = upload.clone();
        var sound = new Mp4();
        try {
            sound.read(ByteBuffer.wrap(kept), 0);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
            throw MediaFile.unusable("cannot be read to its end");
        }
        if (sound.tracks != 1 || !sound.kind.equals("soun") || !CODECS.contains(sound.codec)) {
            throw MediaFile.unusable("must be one sound of AAC or Opus and nothing else, as MPEG-4");
        }
        return MediaFile.sound("audio/mp4", kept, sound.clock.milliseconds(), List.of());
    }

    private void read(ByteBuffer data, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        while (data.hasRemaining()) {
            var begin = data.position();
            var length = Integer.toUnsignedLong(data.getInt());
            var name = name(data);
            var end = switch ((int) Math.min(length, 2)) {
                case 0 -> data.limit();
                case 1 -> begin + data.getLong();
                default -> begin + length;
            };
            if (end < data.position() || end > data.limit()) {
                throw new IllegalArgumentException("cut");
            }
            var content = data.slice(data.position(), (int) end - data.position());
            look(name, content, depth + 1);
            if (isNotNeeded(name)) {
                data.put(begin + 4, "free".getBytes(StandardCharsets.US_ASCII));
                Arrays.fill(content.array(), content.arrayOffset(), content.arrayOffset() + content.limit(), (byte) 0);
            }
            data.position((int) end);
        }
    }

    private void look(String name, ByteBuffer content, int depth) {
        switch (name) {
            case "moov", "mdia", "minf", "stbl", "mvex", "moof", "traf" -> read(content, depth);
            case "trak" -> {
                tracks++;
                read(content, depth);
            }
            case "hdlr" -> kind = kind.isEmpty() ? name(content.position(8)) : kind;
            case "stsd" -> codec = name(content.position(12));
            case "mdhd" -> clock.scale(content);
            case "stts" -> clock.samples(content);
            case "trex" -> clock.usually(content.getInt(12));
            case "tfhd" -> clock.fragment(content);
            case "trun" -> clock.run(content);
            default -> {}
        }
    }

    private static boolean isNotNeeded(String name) {
        return switch (name) {
            case "ftyp",
                    "styp",
                    "sidx",
                    "mdat",
                    "moov",
                    "mvhd",
                    "trak",
                    "tkhd",
                    "edts",
                    "elst",
                    "mdia",
                    "mdhd",
                    "hdlr",
                    "minf" -> false;
            case "smhd", "dinf", "stbl", "stsd", "stts", "stsc", "stsz", "stco", "co64", "sgpd", "sbgp" -> false;
            case "mvex", "mehd", "trex", "moof", "mfhd", "traf", "tfhd", "tfdt", "trun" -> false;
            default -> true;
        };
    }

    private static String name(ByteBuffer data) {
        var name = new byte[4];
        data.get(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
