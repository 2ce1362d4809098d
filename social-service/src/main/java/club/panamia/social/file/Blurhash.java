package club.panamia.social.file;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * A few letters that stand for a picture until it is loaded: the weights of 4 x 3 cosine waves in linear light, in base 83 (the
 * BlurHash algorithm).
 */
final class Blurhash {

    private static final int ACROSS = 4;
    private static final int DOWN = 3;
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

    private final BufferedImage image;

    private Blurhash(BufferedImage image) {
        this.image = image;
    }

    static String of(BufferedImage image) {
        return new Blurhash(image).text();
    }

    private String text() {
        var waves = new double[ACROSS * DOWN][];
        Arrays.setAll(waves, n -> wave(n % ACROSS, n / ACROSS));
        var loudest = Arrays.stream(waves)
                .skip(1)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        var step = (int) Math.clamp(Math.floor(loudest * 166 - 0.5), 0, 82);
        var text = new StringBuilder();
        digits(text, ACROSS - 1 + (DOWN - 1) * 9, 1);
        digits(text, step, 1);
        digits(text, mean(waves[0]), 4);
        for (var n = 1; n < waves.length; n++) {
            digits(text, rest(waves[n], (step + 1) / 166.0), 2);
        }
        return text.toString();
    }

    /** How much of a wave there is in red, green and blue. */
    private double[] wave(int across, int down) {
        var sum = new double[3];
        for (var y = 0; y < image.getHeight(); y++) {
            var vertical = Math.cos(Math.PI * down * y / image.getHeight());
            for (var x = 0; x < image.getWidth(); x++) {
                var here = vertical * Math.cos(Math.PI * across * x / image.getWidth());
                var rgb = image.getRGB(x, y);
                for (var colour = 0; colour < 3; colour++) {
                    sum[colour] += here * linear(rgb >> (16 - 8 * colour) & 0xff);
                }
            }
        }
        var weight = (across + down == 0 ? 1.0 : 2.0) / (image.getWidth() * image.getHeight());
        for (var colour = 0; colour < 3; colour++) {
            sum[colour] *= weight;
        }
        return sum;
    }

    private static int mean(double[] wave) {
        return (curved(wave[0]) << 16) + (curved(wave[1]) << 8) + curved(wave[2]);
    }

    private static int rest(double[] wave, double most) {
        var number = 0;
        for (var value : wave) {
            var root = Math.copySign(Math.sqrt(Math.abs(value / most)), value);
            number = number * 19 + (int) Math.clamp(Math.floor(root * 9 + 9.5), 0, 18);
        }
        return number;
    }

    /** From sRGB to linear light, and back (IEC 61966-2-1). */
    private static double linear(int value) {
        var part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static int curved(double value) {
        var part = Math.clamp(value, 0, 1);
        return (int) ((part <= 0.0031308 ? part * 12.92 : 1.055 * Math.pow(part, 1 / 2.4) - 0.055) * 255 + 0.5);
    }

    private static void digits(StringBuilder text, int number, int count) {
        for (var place = count - 1; place >= 0; place--) {
            text.append(DIGITS.charAt(number / (int) Math.pow(83, place) % 83));
        }
    }
}
