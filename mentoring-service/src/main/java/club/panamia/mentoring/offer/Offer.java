package club.panamia.mentoring.offer;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.problem.Problem;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code profiles.mentoring}: what somebody gives as a mentor. Only while it is switched on must it be complete. */
@Schema(description = "What I offer as a mentor; complete as long as it is enabled")
public record Offer(
        @Schema(required = true, description = "Whether others find me as a mentor")
        boolean enabled,

        @Schema(required = true, description = "1 to 10 while enabled") @Size(max = 10)
        List<@NotNull @Size(min = 2, max = 40) @Pattern(regexp = PLAIN, message = NOT_PLAIN) String> expertise,

        @Schema(required = true, description = "1 to 10 while enabled: BCP 47 tags, or names") @Size(max = 10)
        List<@NotNull @Size(min = 2, max = 40) @Pattern(regexp = PLAIN, message = NOT_PLAIN) String> languages,

        @Nullable
        @Schema(description = "Needed while enabled")
        @Size(min = 10, max = 500)
        @Pattern(regexp = LINES, message = NOT_PLAIN)
        String bio,

        @Nullable
        @Size(max = 500)
        @Pattern(regexp = "https://[^\\s\\p{Cc}\\p{Cs}]+", message = "must be an https address")
        String videoIntroUrl,

        @Nullable
        @Schema(description = "What I want to reach myself; nobody else sees it")
        @Size(max = 500)
        @Pattern(regexp = LINES, message = NOT_PLAIN)
        String goals,

        @Schema(required = true, description = "US dollars; 0 is free")
        @DecimalMin("0")
        @DecimalMax("1000")
        @Digits(integer = 4, fraction = 2)
        BigDecimal hourlyRate) {

    private static final String PLAIN = "[^\\p{Cc}\\p{Cs}]*";
    private static final String LINES = "[[^\\p{Cc}\\p{Cs}]\\n\\t]*";
    private static final String NOT_PLAIN = "must be plain text without control characters";

    public Offer {
        expertise = distinct(expertise);
        languages = distinct(languages);
        bio = stripped(bio);
        videoIntroUrl = stripped(videoIntroUrl);
        goals = stripped(goals);
        hourlyRate = hourlyRate == null ? BigDecimal.ZERO : hourlyRate;
    }

    /** Refuses to be found with something missing that others choose by. */
    public Offer requireComplete() {
        if (enabled && expertise.isEmpty()) {
            throw missing("/expertise", "must name 1 to 10 things while mentoring is enabled");
        }
        if (enabled && languages.isEmpty()) {
            throw missing("/languages", "must name 1 to 10 languages while mentoring is enabled");
        }
        if (enabled && bio == null) {
            throw missing("/bio", "must have 10 to 500 characters while mentoring is enabled");
        }
        return this;
    }

    private static Problem missing(String path, String message) {
        return INVALID.because("An offer that others find is complete.").at(path, message);
    }

    /** The same word twice is once, however it is spelled. */
    private static List<String> distinct(@Nullable List<String> said) {
        if (said == null || said.stream().anyMatch(word -> word == null)) {
            return said == null ? List.of() : said;
        }
        var known = new TreeMap<String, Boolean>();
        return said.stream()
                .map(String::strip)
                .filter(word -> known.put(word.toLowerCase(Locale.ROOT), true) == null)
                .toList();
    }

    private static @Nullable String stripped(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? null
                : typed.replace("\r\n", "\n").strip();
    }
}
