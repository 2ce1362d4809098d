package club.panamia.kernel.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.Problem;
import club.panamia.testing.media.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PictureTest {

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(ImageType.JPEG, Pictures.jpeg(40, 20)),
                Arguments.of(ImageType.JPEG, Pictures.progressiveJpeg(40, 20)),
                Arguments.of(ImageType.PNG, Pictures.png(40, 20)),
                Arguments.of(ImageType.WEBP, Pictures.WEBP_LOSSY),
                Arguments.of(ImageType.WEBP, Pictures.WEBP_LOSSLESS));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatPeopleHave(ImageType type, byte[] file) throws IOException {
        var picture = Picture.of(file);

        assertThat(picture.type()).isEqualTo(type);
        assertThat(picture.width()).isEqualTo(40);
        assertThat(picture.height()).isEqualTo(20);
        assertThat(picture.sizes()).containsOnlyKeys(96, 320, 960);
        var image = shown(picture, 960);
        assertThat(colour(image, 5, 10)).isEqualTo("red");
        assertThat(colour(image, 35, 10)).isEqualTo("blue");
    }

    @Test
    void makesThreeSizesByTheLongerSide() throws IOException {
        var picture = Picture.of(Pictures.jpeg(3000, 1500));

        assertThat(size(shown(picture, 960))).isEqualTo("960x480");
        assertThat(size(shown(picture, 320))).isEqualTo("320x160");
        assertThat(size(shown(picture, 96))).isEqualTo("96x48");
    }

    @Test
    void makesNoPictureLarger() throws IOException {
        assertThat(size(shown(Picture.of(Pictures.png(200, 100)), 960))).isEqualTo("200x100");
    }

    @Test
    void keepsAThinLineThin() throws IOException {
        assertThat(size(shown(Picture.of(Pictures.png(4000, 1)), 96))).isEqualTo("96x1");
    }

    @Test
    void keepsNothingOfWhatTheCameraSaid() {
        var photo = Pictures.photo(1200, 800, 1);
        assertThat(text(photo)).contains(Pictures.SECRET);

        var picture = Picture.of(photo);

        assertThat(picture.sizes().values())
                .allSatisfy(
                        file -> assertThat(text(file)).doesNotContain("Exif").doesNotContain(Pictures.SECRET));
    }

    /** Red is on the left of the file. Where is it for who looks? */
    @ParameterizedTest
    @CsvSource({
        "1, 400x200, left", "2, 400x200, right", "3, 400x200, right", "4, 400x200, left",
        "5, 200x400, top", "6, 200x400, top", "7, 200x400, bottom", "8, 200x400, bottom"
    })
    void putsAPhotoUpright(int orientation, String size, String red) throws IOException {
        var picture = Picture.of(Pictures.photo(400, 200, orientation));

        var image = shown(picture, 960);
        assertThat(size(image)).isEqualTo(size);
        assertThat(picture.width() + "x" + picture.height()).isEqualTo(size);
        assertThat(whereIsRed(image)).isEqualTo(red);
    }

    @Test
    void putsAWebpUpright() throws IOException {
        var image = shown(Picture.of(Pictures.WEBP_TURNED), 960);

        assertThat(size(image)).isEqualTo("20x40");
        assertThat(whereIsRed(image)).isEqualTo("top");
    }

    @Test
    void takesAnImpossibleOrientationAsUpright() throws IOException {
        assertThat(size(shown(Picture.of(Pictures.photo(400, 200, 77)), 960))).isEqualTo("400x200");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("an SVG", Pictures.svg()),
                Arguments.of("a page", "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("a GIF", "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("the first bytes alone", Arrays.copyOf(Pictures.jpeg(40, 20), 3)),
                Arguments.of("a page after the first bytes of a PNG", disguised()),
                Arguments.of("half a JPEG", half(Pictures.jpeg(400, 200))),
                Arguments.of("half a progressive JPEG", half(Pictures.progressiveJpeg(400, 200))),
                Arguments.of("half a PNG", half(Pictures.png(400, 200))),
                Arguments.of("half a WebP", half(Pictures.WEBP_LOSSY)),
                Arguments.of("half a lossless WebP", half(Pictures.WEBP_LOSSLESS)),
                Arguments.of("a bomb", Pictures.bomb(20_000, 20_000)),
                Arguments.of("a wide picture", Pictures.bomb(8001, 1)),
                Arguments.of("a high picture", Pictures.bomb(1, 8001)),
                Arguments.of("a WebP that lies", Pictures.lyingWebp()),
                Arguments.of("an animation", Pictures.WEBP_ANIMATED),
                Arguments.of("a WebP with a second frame", twice(Pictures.WEBP_LOSSY)),
                Arguments.of("a PNG that leads in a circle", circle()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesWhatIsNoUsablePicture(String what, byte[] file) {
        assertThatExceptionOfType(Problem.class)
                .as(what)
                .isThrownBy(() -> Picture.of(file))
                .matches(problem -> problem.type() == CommonProblem.INVALID);
    }

    @Test
    void takesTheLargestThatIsAllowed() throws IOException {
        var image = shown(Picture.of(Pictures.bomb(8000, 8000)), 320);

        assertThat(size(image)).isEqualTo("320x320");
    }

    /** Its coefficients would all be held at once. */
    @Test
    void refusesAProgressiveJpegOfMoreThan24Megapixels() {
        var file = Pictures.progressiveJpeg(40, 20);
        stretch(file, 8000, 8000);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Picture.of(file))
                .matches(problem -> problem.type() == CommonProblem.INVALID);
    }

    @Test
    void refusesMoreThanFiveMegabytes() {
        var file = Arrays.copyOf(Pictures.png(40, 20), Picture.MAX_BYTES + 1);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Picture.of(file))
                .matches(problem -> problem.type() == CommonProblem.TOO_LARGE);
    }

    private static byte[] disguised() {
        var file = "12345678<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(Pictures.png(1, 1), 0, file, 0, 8);
        return file;
    }

    /** The same chunk once more, behind the first: nobody has looked at its size. */
    private static byte[] twice(byte[] webp) {
        var chunk = webp.length - 12;
        var file = Arrays.copyOf(webp, webp.length + chunk);
        System.arraycopy(webp, 12, file, webp.length, chunk);
        return file;
    }

    /** The first chunk's length leads back to its own beginning. */
    private static byte[] circle() {
        var file = Pictures.png(40, 20);
        ByteBuffer.wrap(file).putInt(8, -12);
        return file;
    }

    private static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    /** Lets the frame's header, FFC2, say another size. */
    private static void stretch(byte[] jpeg, int width, int height) {
        for (var i = 0; i < jpeg.length - 9; i++) {
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc2) {
                jpeg[i + 5] = (byte) (height >> 8);
                jpeg[i + 6] = (byte) height;
                jpeg[i + 7] = (byte) (width >> 8);
                jpeg[i + 8] = (byte) width;
                return;
            }
        }
        throw new AssertionError("no progressive frame");
    }

    private static BufferedImage shown(Picture picture, int size) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.sizes().get(size)));
    }

    private static String size(BufferedImage image) {
        return image.getWidth() + "x" + image.getHeight();
    }

    private static String whereIsRed(BufferedImage image) {
        var right = image.getWidth() - 3;
        var bottom = image.getHeight() - 3;
        var corners = colour(image, 2, 2) + " " + colour(image, right, 2) + " " + colour(image, 2, bottom);
        return switch (corners) {
            case "red blue red" -> "left";
            case "blue red blue" -> "right";
            case "red red blue" -> "top";
            case "blue blue red" -> "bottom";
            default -> corners;
        };
    }

    private static String colour(BufferedImage image, int x, int y) {
        var rgb = image.getRGB(x, y);
        return (rgb >> 16 & 0xff) > (rgb & 0xff) ? "red" : "blue";
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
