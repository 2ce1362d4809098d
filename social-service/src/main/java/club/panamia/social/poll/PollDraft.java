package club.panamia.social.poll;

import club.panamia.kernel.problem.CommonProblem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody is about to ask; the question itself is the post. */
@Schema(description = "Answers to choose from; the question is the post")
public record PollDraft(
        @Size(min = 2, max = MOST_OPTIONS) @Schema(required = true, description = "2 to 8 answers, no two alike")
        List<
                        @NotNull @Size(max = 80)
                        @Pattern(regexp = "[^\\p{Cc}]*[^\\p{Cc}\\s][^\\p{Cc}]*", message = "must be plain text") String>
                options,

        @Schema(description = "Whether one may choose several; one, unless said otherwise")
        boolean multiple,

        @NotNull
        @Min(5)
        @Max(43200)
        @Schema(required = true, description = "How long it lasts, in minutes from when it is posted: to 30 days")
        Integer minutes) {

    static final int MOST_OPTIONS = 8;

    /** What is missing is empty. */
    public PollDraft {
        options = options == null ? List.of() : options;
    }

    List<String> trimmed() {
        return options.stream().map(String::strip).toList();
    }

    /** Refuses answers of which nobody could tell which is which. */
    public void requireDifferentOptions() {
        var different = trimmed().stream()
                .map(option -> option.toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (different < options.size()) {
            throw CommonProblem.INVALID.because("Two answers are the same.").at("/poll/options", "must not be alike");
        }
    }
}
