package club.panamia.social.filter;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A filter as its person writes it. */
@Schema(name = "FilterDraft", description = "What I do not want to read, or only behind a warning")
record FilterDraft(
        @NotBlank
        @Size(max = 100)
        @Schema(
                required = true,
                description = "Some words, whatever their case and accents, or a hashtag with its hash",
                examples = "fútbol")
        String phrase,

        @Nullable
        @Schema(
                description =
                        "Whether it must not be a part of longer words; yes is what is meant when it is absent, and"
                                + " always of a hashtag")
        Boolean wholeWord,

        @NotEmpty @Size(max = 6) @Schema(required = true, description = "Where it holds")
        Set<@NotNull FilterContext> contexts,

        @NotNull @Schema(required = true) FilterAction action,

        @Nullable @Schema(description = "When it goes; it stays where this is absent")
        Instant expiresAt) {

    private static final Duration FARTHEST = Duration.ofDays(3660);

    /** A phrase is looked for in one line of text. */
    FilterDraft {
        phrase = phrase == null ? "" : phrase.strip().replaceAll("\\s+", " ");
        contexts =
                contexts == null || contexts.isEmpty() || contexts.contains(null) ? contexts : EnumSet.copyOf(contexts);
    }

    boolean asWholeWord() {
        return phrase.startsWith("#") || !Boolean.FALSE.equals(wholeWord);
    }

    String[] places() {
        return contexts.stream().map(FilterContext::label).toArray(String[]::new);
    }

    void requireTime(Instant now) {
        if (expiresAt != null && (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(FARTHEST)))) {
            throw INVALID.because("The time is over, or too far away.")
                    .at("/expiresAt", "must be within the ten years to come");
        }
    }
}
