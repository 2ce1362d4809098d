package club.panamia.social.poll;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody chooses. */
@Schema(description = "What I choose")
record Ballot(
        @Size(min = 1, max = MOST_OPTIONS)
        @Schema(required = true, description = "The places of the answers, from 0: one, unless the poll allows several")
        List<@NotNull @Min(0) @Max(MOST_OPTIONS - 1) Integer> choices) {

    /** Other servers ask more than we do. */
    static final int MOST_OPTIONS = 20;

    /** What is missing is empty. */
    Ballot {
        choices = choices == null ? List.of() : choices;
    }

    List<Integer> inOrder() {
        return choices.stream().sorted().toList();
    }
}
