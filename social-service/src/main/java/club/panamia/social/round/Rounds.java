package club.panamia.social.round;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Work that waits for other servers, taken in portions, many pieces at once, until nothing is left to do. */
public final class Rounds {

    private Rounds() {}

    /**
     * Ends when a round has found nothing.
     *
     * @param most pieces at once
     * @param take the next portion; nothing where there is none, or no room for it
     * @param work on one piece, which answers with it; a failure ends everything
     */
    public static <T> Uni<Void> of(int most, Supplier<Uni<List<T>>> take, Function<T, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> round(most, take, work))
                .repeat()
                .whilst(done -> done > 0)
                .onItem()
                .ignoreAsUni();
    }

    private static <T> Uni<Long> round(int most, Supplier<Uni<List<T>>> take, Function<T, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(take::get)
                .repeat()
                .until(List::isEmpty)
                .onItem()
                .<T>disjoint()
                .onItem()
                .transformToUni(work::apply)
                .merge(most)
                .collect()
                .with(Collectors.counting());
    }
}
