package club.panamia.social.document;

import club.panamia.kernel.context.CallersContext;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database one question for all who ask at once. Whoever comes first is asked for alone; those who come until that is
 * answered are gathered and asked for together, so that nobody waits who need not, and a crowd costs a few questions.
 */
public final class Together {

    private static final int MOST = 100;

    private final Function<String[], Uni<Map<String, String>>> ask;
    private @Nullable Question gathering;
    private CompletableFuture<?> answered = CompletableFuture.completedFuture("nothing was asked");

    /** @param ask what is known of those ids that there are */
    public Together(Function<String[], Uni<Map<String, String>>> ask) {
        this.ask = ask;
    }

    /** What is known of this one. */
    public Uni<Optional<String>> of(String id) {
        return Uni.createFrom()
                .deferred(() -> gather(id).answer.emitOn(CallersContext.executor()))
                .map(found -> Optional.ofNullable(found.get(id)));
    }

    private synchronized Question gather(String id) {
        if (gathering == null || gathering.ids.size() >= MOST) {
            gathering = new Question(answered);
            answered = gathering.ended;
        }
        gathering.ids.add(id);
        return gathering;
    }

    /** Nobody joins this question any more. */
    private synchronized String[] close(Question question) {
        if (gathering == question) {
            gathering = null;
        }
        return question.ids.toArray(String[]::new);
    }

    /** One question; it is asked when the one before is answered, or could not be. */
    private final class Question {

        private final Set<String> ids = new HashSet<>();
        // No question may hold on to the one before, which holds on to the one before it.
        private final CompletableFuture<?> ended = new CompletableFuture<>();
        private final Uni<Map<String, String>> answer;

        Question(CompletableFuture<?> before) {
            answer = Uni.createFrom()
                    .completionStage(before)
                    .chain(() -> ask.apply(close(this)))
                    .onTermination()
                    .invoke(() -> ended.complete(null))
                    .memoize()
                    .indefinitely();
        }
    }
}
