package club.panamia.kernel.media;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pixels: turned, scaled, written. What is transparent becomes white, which JPEG has instead. */
final class Drawing {

    private static final float QUALITY = 0.85f;

    private Drawing() {}

    static BufferedImage upright(BufferedImage image, Orientation orientation) {
        var width = image.getWidth();
        var height = image.getHeight();
        return orientation.onItsSide()
                ? drawn(image, orientation.upright(width, height), height, width)
                : drawn(image, orientation.upright(width, height), width, height);
    }

    /** The same picture, its longer side no longer than this. Halved step by step: one big step would leave pixels out. */
    static BufferedImage within(BufferedImage image, int side) {
        var scaled = image;
        while (longerSide(scaled) >= 2 * side) {
            scaled = scaled(scaled, longerSide(scaled) / 2);
        }
        return longerSide(scaled) > side ? scaled(scaled, side) : scaled;
    }

    /** A JPEG without any metadata. */
    static byte[] jpeg(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static int longerSide(BufferedImage image) {
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static BufferedImage scaled(BufferedImage image, int side) {
        var factor = (double) side / longerSide(image);
        var width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        var height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        var transform = AffineTransform.getScaleInstance(
                (double) width / image.getWidth(), (double) height / image.getHeight());
        return drawn(image, transform, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, AffineTransform transform, int width, int height) {
        var target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = target.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            graphics.drawImage(image, transform, null);
        } finally {
            graphics.dispose();
        }
        return target;
    }
}
