package club.panamia.content.article;

import static club.panamia.content.article.ArticleProblem.NO_SUCH_CO_AUTHOR;
import static club.panamia.content.article.ArticleProblem.TOO_MANY_CO_AUTHORS;
import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.content.article.CoAuthor.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Those who were asked to stand beside the author, in the order in which they are credited. */
record CoAuthors(List<CoAuthor> entries) {

    /** More than any byline needs, so that the list stays short. */
    private static final int MOST = 20;

    Optional<CoAuthor> of(String userId) {
        return entries.stream().filter(entry -> userId.equals(entry.userId())).findFirst();
    }

    boolean has(String userId, Answer answer) {
        return of(userId).filter(entry -> entry.status() == answer).isPresent();
    }

    /** Whether they are invited, or accepted. */
    boolean isOpen(String userId) {
        return has(userId, Answer.PENDING) || has(userId, Answer.ACCEPTED);
    }

    /** The ids of those who accepted. */
    List<String> accepted() {
        return standing(Answer.ACCEPTED).toList();
    }

    CoAuthors invite(String userId, @Nullable String message, Instant now) {
        var others = without(userId);
        if (others.entries.size() >= MOST) {
            throw TOO_MANY_CO_AUTHORS.because(
                    "An article has %d co-authors at most, invited ones included.".formatted(MOST));
        }
        return others.with(new CoAuthor(userId, now, message, Answer.PENDING, null));
    }

    CoAuthors accept(String userId, Instant now) {
        return answered(userId, entry -> new CoAuthor(userId, entry.invitedAt(), null, Answer.ACCEPTED, now));
    }

    /** The entry stays, so that the author sees the answer. */
    CoAuthors decline(String userId) {
        return answered(userId, entry -> new CoAuthor(userId, entry.invitedAt(), null, Answer.DECLINED, null));
    }

    CoAuthors without(String userId) {
        return new CoAuthors(
                entries.stream().filter(entry -> !userId.equals(entry.userId())).toList());
    }

    /** Refuses to take out who is not there, or has declined. */
    CoAuthors withdraw(String userId) {
        if (!isOpen(userId)) {
            throw NO_SUCH_CO_AUTHOR.because("Nobody with this id is invited or a co-author.");
        }
        return without(userId);
    }

    /** Credits them in this order, which names everybody who is invited or accepted once; the others follow. */
    CoAuthors inOrder(List<String> userIds) {
        var open = Stream.concat(standing(Answer.ACCEPTED), standing(Answer.PENDING))
                .toList();
        if (userIds.size() != open.size() || !new HashSet<>(userIds).equals(new HashSet<>(open))) {
            throw INVALID.because("The order names each co-author and each invited person once.")
                    .at("/userIds", "must name each of them once");
        }
        var ordered =
                new ArrayList<>(userIds.stream().flatMap(id -> of(id).stream()).toList());
        entries.stream().filter(entry -> !ordered.contains(entry)).forEach(ordered::add);
        return new CoAuthors(List.copyOf(ordered));
    }

    private Stream<String> standing(Answer answer) {
        return entries.stream()
                .filter(entry -> entry.status() == answer)
                .flatMap(entry -> Stream.ofNullable(entry.userId()));
    }

    private CoAuthors answered(String userId, UnaryOperator<CoAuthor> answer) {
        return new CoAuthors(entries.stream()
                .map(entry -> userId.equals(entry.userId()) ? answer.apply(entry) : entry)
                .toList());
    }

    private CoAuthors with(CoAuthor entry) {
        return new CoAuthors(Stream.concat(entries.stream(), Stream.of(entry)).toList());
    }
}
