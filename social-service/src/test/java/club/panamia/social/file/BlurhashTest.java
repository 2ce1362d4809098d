package club.panamia.social.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class BlurhashTest {

    @Test
    void isWhatOthersMakeOfPlainPictures() {
        assertThat(Blurhash.of(halves(Color.BLACK, Color.BLACK))).isEqualTo("L00000fQfQfQfQfQfQfQfQfQfQfQ");
        assertThat(Blurhash.of(halves(Color.WHITE, Color.WHITE)))
                .startsWith("L")
                .contains("TSUA");
    }

    @Test
    void tellsTheLeftFromTheRight() {
        var one = Blurhash.of(halves(Color.RED, Color.BLUE));
        var other = Blurhash.of(halves(Color.BLUE, Color.RED));

        assertThat(one).hasSize(28).isNotEqualTo(other);
        assertThat(one.substring(2, 6)).isEqualTo(other.substring(2, 6));
    }

    private static BufferedImage halves(Color left, Color right) {
        var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(left);
        graphics.fillRect(0, 0, 20, 20);
        graphics.setColor(right);
        graphics.fillRect(20, 0, 20, 20);
        graphics.dispose();
        return image;
    }
}
