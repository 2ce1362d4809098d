package club.panamia.kernel.media;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** What may be uploaded. It is told by the first bytes: names and declared types are only words. */
public enum ImageType {
    /** ITU-T T.81, annex B. */
    JPEG("jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}),
    /** W3C PNG, section 5.2. */
    PNG("png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}),
    /** RFC 9649, section 2.4: RIFF, four bytes of size, WEBP. */
    WEBP("webp", "RIFF".getBytes(StandardCharsets.US_ASCII));

    private static final byte[] WEBP_MARK = "WEBP".getBytes(StandardCharsets.US_ASCII);

    final String label;
    private final byte[] magic;

    ImageType(String label, byte[] magic) {
        this.label = label;
        this.magic = magic;
    }

    public static Optional<ImageType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        return matches(content, 0, magic) && (this != WEBP || matches(content, 8, WEBP_MARK));
    }

    private static boolean matches(byte[] content, int from, byte[] expected) {
        return content.length >= from + expected.length
                && Arrays.equals(content, from, from + expected.length, expected, 0, expected.length);
    }

    /** A reader of exactly this type; what else the class path could read is not asked. */
    ImageReader reader() throws IOException {
        return this == WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(label).next();
    }
}
