package club.panamia.social.media;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import java.util.Map;

/** Which file of which upload. */
public record MediaName(String id, String file) {

    private static final Map<String, String> TYPES = Map.of(
            "96.jpg", "image/jpeg",
            "320.jpg", "image/jpeg",
            "960.jpg", "image/jpeg",
            "sound.ogg", "audio/ogg",
            "sound.wav", "audio/wav",
            "sound.webm", "audio/webm",
            "sound.m4a", "audio/mp4",
            "film.webm", "video/webm");

    /** Where all files of an upload are kept. */
    public static String group(String id) {
        return "social/" + id;
    }

    /** Where it is kept. */
    public String key() {
        return group(id) + "/" + file;
    }

    String type() {
        var type = TYPES.get(file);
        if (type == null) {
            throw NOT_FOUND.because("There is no such file.");
        }
        return type;
    }
}
