package club.panamia.testing.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Files of pictures: each shows a red left half and a blue right half. */
public final class Pictures {

    /** What must never leave the house: the maker's name stands in the Exif data of {@link #photo}. */
    public static final String SECRET = "Camera of Ana, 25.7617 N 80.1918 W";

    /** 40 x 20 pixels, made by libwebp. */
    public static final byte[] WEBP_LOSSY =
            decoded("UklGRnYAAABXRUJQVlA4IGoAAAAQBQCdASooABQAPm0skkWkIqGYBABABsSgDKLpB8oHIBDAPwArv/cAANbZBF90FRgA"
                    + "AP7wOEP/cd0c4T3/94z/uy/dl8szq0atPq+is/0I7uT9g/yac522HBlCnnlQnwrdKZX7lVlNAAAA");

    public static final byte[] WEBP_LOSSLESS =
            decoded("UklGRioAAABXRUJQVlA4TB4AAAAvJ8AEAA8wFKdAPg73/EcLBAKEA/+1BgRE9D9K2AM=");

    /** The same with the Exif tag that says: turn me to the right. */
    public static final byte[] WEBP_TURNED =
            decoded("UklGRrAAAABXRUJQVlA4WAoAAAAIAAAAJwAAEwAAVlA4IGoAAAAQBQCdASooABQAPm0skkWkIqGYBABABsSgDKLpB8oHIBDA"
                    + "PwArv/cAANbZBF90FRgAAP7wOEP/cd0c4T3/94z/uy/dl8szq0atPq+is/0I7uT9g/yac522HBlCnnlQnwrdKZX7"
                    + "lVlNAAAARVhJRiAAAABFeGlmAABJSSoACAAAAAEAEgEDAAEAAAAGAAAAAAAAAA==");

    /** Two frames that take turns. */
    public static final byte[] WEBP_ANIMATED =
            decoded("UklGRuoAAABXRUJQVlA4WAoAAAACAAAAJwAAEwAAQU5JTQYAAAD/////AABBTk1GNgAAAAAAAAAAACcAABMAAGQAAAJWUDhM"
                    + "HgAAAC8nwAQADzAUp0A+Dvf8RwsEAoQD/7UGBET0P0rYA0FOTUaAAAAAAAAAAAAAJwAAEwAACgAAAFZQOExoAAAALyfA"
                    + "BAA1sI0kqVEAFNYKE/LPU8MLFxS0beRcF6B/rEfpB6qTgraNHETH9o5SF6Sf/Z8A/d/tc67Pyl1xtWAXJDKpQiFc/myH"
                    + "TokO4XnV5xBchVLdz6PyD9I5R2elrrCHMMGrUZnw+wE=");

    private Pictures() {}

    public static byte[] png(int width, int height) {
        return written("png", width, height, false);
    }

    public static byte[] jpeg(int width, int height) {
        return written("jpeg", width, height, false);
    }

    public static byte[] progressiveJpeg(int width, int height) {
        return written("jpeg", width, height, true);
    }

    /** As a camera writes it that was held so: an Exif part with the maker's {@link #SECRET} and the orientation. */
    public static byte[] photo(int width, int height, int orientation) {
        var plain = jpeg(width, height);
        var exif = exif(orientation);
        return ByteBuffer.allocate(plain.length + exif.length + 4)
                .put(plain, 0, 2)
                .put((byte) 0xff)
                .put((byte) 0xe1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    /** A small PNG file that really unpacks to this many pixels, black ones. */
    public static byte[] bomb(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1);
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            var row = new byte[1 + (width + 7) / 8];
            for (var y = 0; y < height; y++) {
                deflater.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        file.writeBytes(chunk("IHDR", header.array()));
        file.writeBytes(chunk("IDAT", packed.toByteArray()));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    /** A WebP whose header says 40 x 20, and whose frame says 16,383 x 16,383. */
    public static byte[] lyingWebp() {
        var file = WEBP_TURNED.clone();
        // RIFF 12, VP8X 18, chunk header 8, frame tag and start code 6.
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(44, (short) 16383)
                .putShort(46, (short) 16383);
        return file;
    }

    /** What a browser would run, if it were told or guessed to. */
    public static byte[] svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] written(String format, int width, int height, boolean progressive) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            var how = writer.getDefaultWriteParam();
            if (progressive) {
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** TIFF with two entries: who made it, and how it was held. */
    private static byte[] exif(int orientation) {
        var maker = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + maker.length);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x010f).putShort((short) 2).putInt(maker.length).putInt(38);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return exif.putInt(0).put(maker).array();
    }

    private static byte[] chunk(String name, byte[] data) {
        var checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.US_ASCII));
        checksum.update(data);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
