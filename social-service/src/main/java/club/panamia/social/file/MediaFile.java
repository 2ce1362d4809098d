package club.panamia.social.file;

import static club.panamia.kernel.problem.CommonProblem.INVALID;
import static club.panamia.kernel.problem.CommonProblem.TOO_LARGE;

import club.panamia.kernel.media.ImageType;
import club.panamia.kernel.problem.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An upload as it is kept. All of this computes; it belongs on a worker thread.
 *
 * @param peaks how loud a sound is, slice by slice: 100 numbers from 0 to 1; none where they are not measured here
 * @param files by name
 */
public record MediaFile(
        MediaKind kind,
        String mediaType,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String blurhash,
        @Nullable Integer durationMs,
        List<Double> peaks,
        Map<String, byte[]> files) {

    public static final int MAX_BYTES = 10 * 1024 * 1024;

    /** Of a picture: the smaller one. */
    public static final String PREVIEW = "320.jpg";

    /** How a problem names the place of an upload. */
    static final String FIELD = "/file";

    /** Refuses what is too large, cannot be read, or is nothing of what posts can have. */
    public static MediaFile of(byte[] upload) {
        if (upload.length > MAX_BYTES) {
            throw TOO_LARGE
                    .because("The file has more than 10 MB.")
                    .at(FIELD, "must have at most %d bytes".formatted(MAX_BYTES));
        }
        if (OggOpus.begins(upload)) {
            return OggOpus.of(upload);
        }
        if (Wave.begins(upload)) {
            return Wave.of(upload);
        }
        if (WebM.begins(upload)) {
            return WebM.of(upload);
        }
        if (Mp4.begins(upload)) {
            return Mp4.of(upload);
        }
        if (Gif.begins(upload)) {
            return Photo.of(Gif.still(upload));
        }
        if (ImageType.of(upload).isEmpty()) {
            throw unusable("is no JPEG, PNG, WebP or GIF picture, no Opus, WebM, MPEG-4 or WAV sound and no WebM film");
        }
        return Photo.of(upload);
    }

    /** How much it takes, with all its files. */
    public int bytes() {
        return files.values().stream().mapToInt(file -> file.length).sum();
    }

    /** The name of the file that is shown. */
    public String shown() {
        return nameOf(mediaType);
    }

    /** The name of the file that is shown of an upload of this type. */
    public static String nameOf(String mediaType) {
        return switch (mediaType) {
            case "audio/ogg" -> "sound.ogg";
            case "audio/wav" -> "sound.wav";
            case "audio/webm" -> "sound.webm";
            case "audio/mp4" -> "sound.m4a";
            case "video/webm" -> "film.webm";
            default -> "960.jpg";
        };
    }

    static MediaFile sound(String mediaType, byte[] content, long durationMs, List<Double> peaks) {
        if (durationMs < 1 || durationMs > Wave.LONGEST_MS) {
            throw unusable("must last at most %d seconds".formatted(Wave.LONGEST_MS / 1000));
        }
        return new MediaFile(
                MediaKind.AUDIO,
                mediaType,
                null,
                null,
                null,
                (int) durationMs,
                peaks,
                Map.of(nameOf(mediaType), content));
    }

    static Problem unusable(String why) {
        return INVALID.because("This file cannot be used.").at(FIELD, why);
    }
}
