package club.panamia.social.file;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A sound in Opus (RFC 7845): a head, a comment, and then the sound. The comment, which may say where and by whom it was
 * recorded, is left out. Its waveform is measured where it is recorded.
 */
final class OggOpus {

    private static final long HEAD = 0x646165487375704fL;

    /** Section 5.2: no vendor, no comments. */
    private static final byte[] NO_COMMENT = "OpusTags\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);

    /** Positions count 48 of them, whatever was recorded. */
    private static final int PER_MS = 48;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int pages;
    private long end;

    private OggOpus() {}

    static boolean begins(byte[] upload) {
        return upload.length >= 4 && data(upload).getInt(0) == OggPage.MARK;
    }

    static MediaFile of(byte[] upload) {
        try {
            return read(data(upload));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
            throw MediaFile.unusable("cannot be read to its end");
        }
    }

    private static MediaFile read(ByteBuffer data) {
        var sound = new OggOpus();
        var first = OggPage.next(data);
        var head = first.body();
        if (head.remaining() < 19 || head.getLong(0) != HEAD) {
            throw MediaFile.unusable("must be Opus, as an Ogg sound");
        }
        sound.keep(first);
        var comment = OggPage.next(data);
        while (!comment.endsItsPacket()) {
            comment = OggPage.next(data);
        }
        sound.keep(first.with(NO_COMMENT));
        while (data.hasRemaining()) {
            sound.keep(first.sameStream(OggPage.next(data)));
        }
        var skipped = Short.toUnsignedInt(head.getShort(10));
        return MediaFile.sound(
                "audio/ogg", sound.kept.toByteArray(), (sound.end - skipped + PER_MS - 1) / PER_MS, List.of());
    }

    private void keep(OggPage page) {
        kept.writeBytes(page.numbered(pages++));
        end = Math.max(end, page.position());
    }

    private static ByteBuffer data(byte[] upload) {
        return ByteBuffer.wrap(upload).order(ByteOrder.LITTLE_ENDIAN);
    }
}
