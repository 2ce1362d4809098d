package club.panamia.social.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.problem.Problem;
import club.panamia.social.Recordings;
import club.panamia.testing.media.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MediaFileTest {

    @Test
    void drawsAPictureAnewAndUpright() {
        var picture = MediaFile.of(Pictures.photo(1200, 600, 6));

        assertThat(picture.kind()).isEqualTo(MediaKind.IMAGE);
        assertThat(picture.mediaType()).isEqualTo("image/jpeg");
        assertThat(picture.width()).isEqualTo(480);
        assertThat(picture.height()).isEqualTo(960);
        assertThat(picture.files()).containsOnlyKeys("96.jpg", "320.jpg", "960.jpg");
        assertThat(picture.files().values())
                .allSatisfy(file -> assertThat(text(file)).doesNotContain(Pictures.SECRET));
    }

    @Test
    void measuresHowLoudAWavGetsAndLeavesOutWhatElseItSays() {
        var sound = MediaFile.of(Recordings.wav(2000));

        assertThat(sound.kind()).isEqualTo(MediaKind.AUDIO);
        assertThat(sound.durationMs()).isEqualTo(2000);
        assertThat(sound.peaks()).hasSize(100);
        assertThat(sound.peaks().subList(0, 50)).containsOnly(0.0);
        assertThat(sound.peaks().subList(50, 100)).containsOnly(1.0);
        var kept = Objects.requireNonNull(sound.files().get("sound.wav"));
        assertThat(text(kept)).doesNotContain(Recordings.SECRET);
        assertThat(MediaFile.of(kept).peaks()).isEqualTo(sound.peaks());
    }

    @Test
    void readsHowLongAnOpusSoundIs() {
        var sound = MediaFile.of(Recordings.opus(1500));

        assertThat(sound.durationMs()).isEqualTo(1500);
        assertThat(sound.peaks()).isEmpty();
        var kept = Objects.requireNonNull(sound.files().get("sound.ogg"));
        assertThat(text(kept)).doesNotContain(Recordings.SECRET).contains("OpusTags");
        assertThat(MediaFile.of(kept).durationMs()).isEqualTo(1500);
        assertThat(MediaFile.of(kept).files().get("sound.ogg")).isEqualTo(kept);
    }

    @Test
    void sumsPagesUpAsPlayersDo() {
        // CRC-32/CKSUM without its last step, for its check value.
        assertThat(OggPage.checksum("123456789".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(~0x765e7680);
    }

    @Test
    void readsHowLargeAndLongAFilmIs() {
        var film = MediaFile.of(Recordings.film("webm", 1280, 720));

        assertThat(film.kind()).isEqualTo(MediaKind.VIDEO);
        assertThat(film.width()).isEqualTo(1280);
        assertThat(film.height()).isEqualTo(720);
        assertThat(film.durationMs()).isEqualTo(3000);
    }

    @Test
    void readsHowLongASoundOfABrowserIsFromItsBlocks() {
        var sound = MediaFile.of(Recordings.browserSound(2_000));

        assertThat(sound.kind()).isEqualTo(MediaKind.AUDIO);
        assertThat(sound.mediaType()).isEqualTo("audio/webm");
        assertThat(sound.durationMs()).isEqualTo(1_901);
        assertThat(sound.files()).containsOnlyKeys("sound.webm");
    }

    @Test
    void readsHowLongASoundOfSafariIsFromItsPieces() {
        var sound = MediaFile.of(Recordings.safariSound(2_300));

        assertThat(sound.kind()).isEqualTo(MediaKind.AUDIO);
        assertThat(sound.mediaType()).isEqualTo("audio/mp4");
        assertThat(sound.durationMs()).isEqualTo(2_300);
        assertThat(sound.peaks()).isEmpty();
        assertThat(sound.files().get("sound.m4a")).isEqualTo(Recordings.safariSound(2_300));
    }

    @Test
    void leavesOutWhereATelephoneRecordedIt() {
        var upload = Recordings.telephoneSound("soun", "mp4a", 1_500);

        var sound = MediaFile.of(upload);

        assertThat(sound.durationMs()).isEqualTo(1_500);
        var kept = Objects.requireNonNull(sound.files().get("sound.m4a"));
        assertThat(text(upload)).contains(Recordings.SECRET);
        assertThat(text(kept)).doesNotContain(Recordings.SECRET, "udta").contains("free");
        assertThat(kept).hasSameSizeAs(upload);
        assertThat(MediaFile.of(kept).durationMs()).isEqualTo(1_500);
    }

    @Test
    void drawsAGifAnewAndStill() throws IOException {
        var picture = MediaFile.of(gif(1200, 600));

        assertThat(picture.kind()).isEqualTo(MediaKind.IMAGE);
        assertThat(picture.mediaType()).isEqualTo("image/jpeg");
        assertThat(picture.width()).isEqualTo(960);
        assertThat(picture.height()).isEqualTo(480);
        assertThat(picture.files()).containsOnlyKeys("96.jpg", "320.jpg", "960.jpg");
    }

    private static byte[] gif(int width, int height) throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED), "gif", file);
        return file.toByteArray();
    }

    private static byte[] gifThatSaysItIs(int side) {
        var bytes = new byte[] {
            'G', 'I', 'F', '8', '9', 'a', 0, 0, 0, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 0, 0
        };
        for (var place : new int[] {6, 8, 18, 20}) {
            bytes[place] = (byte) side;
            bytes[place + 1] = (byte) (side >> 8);
        }
        return bytes;
    }

    static Stream<byte[]> nothingForAPost() {
        return Stream.of(
                new byte[0],
                Pictures.svg(),
                Pictures.bomb(9000, 9000),
                Pictures.lyingWebp(),
                Pictures.WEBP_ANIMATED,
                Arrays.copyOf(Pictures.jpeg(400, 400), 1000),
                Recordings.wav(60_001),
                Recordings.wav(100, (short) 3, (short) 16),
                Recordings.wav(100, (short) 1, (short) 24),
                Arrays.copyOf(Recordings.wav(100), 300),
                Arrays.copyOf(Recordings.wav(100), 12),
                Recordings.opus(60_500),
                Recordings.ogg("\001vorbis ", 100),
                Arrays.copyOf(Recordings.opus(100), 100),
                Arrays.copyOf(Recordings.opus(100), 4),
                Recordings.film("matroska", 40, 40),
                Recordings.film("webm", 0, 40),
                Recordings.film("webm", 9000, 40),
                Arrays.copyOf(Recordings.film("webm", 40, 40), 30),
                Recordings.deepFilm(1_000_000),
                Recordings.browserSound(60_200),
                Recordings.safariSound(60_010),
                Recordings.safariSound(0),
                Recordings.telephoneSound("soun", "mp4a", 60_001),
                Recordings.telephoneSound("vide", "avc1", 1_000),
                Recordings.telephoneSound("soun", "ac-3", 1_000),
                Arrays.copyOf(Recordings.safariSound(2_000), 200),
                Arrays.copyOf(Recordings.telephoneSound("soun", "mp4a", 1_000), 300),
                Arrays.copyOf(Recordings.safariSound(2_000), 10),
                gifThatSaysItIs(60_000),
                Arrays.copyOf(gifThatSaysItIs(100), 12),
                "GIF89a".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @MethodSource("nothingForAPost")
    void refusesWhatIsNothingForAPost(byte[] upload) {
        assertThatThrownBy(() -> MediaFile.of(upload))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().status()).isEqualTo(422));
    }

    @Test
    void refusesMoreThanTenMegabytes() {
        assertThatThrownBy(() -> MediaFile.of(new byte[MediaFile.MAX_BYTES + 1]))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().status()).isEqualTo(413));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
