package club.panamia.mentoring.feedback;

import club.panamia.mentoring.state.Part;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was said about a session. Nobody reads the other's words before they have said their own. */
@Schema(description = "What was said about a session; the other's words once I have said mine")
record FeedbackView(@Nullable Opinion mine, @Nullable Opinion theirs) {

    /** One side's words. */
    @Schema(description = "How one side found a session")
    record Opinion(
            @Schema(required = true) int rating, @Nullable String comment) {}

    static FeedbackView of(List<Feedback> given, Part reader) {
        var mine = opinion(given, reader);
        return new FeedbackView(mine, mine == null ? null : opinion(given, reader.other()));
    }

    private static @Nullable Opinion opinion(List<Feedback> given, Part side) {
        return given.stream()
                .filter(feedback -> feedback.side.equals(side.label()))
                .findFirst()
                .map(feedback -> new Opinion(feedback.rating, feedback.comment))
                .orElse(null);
    }
}
