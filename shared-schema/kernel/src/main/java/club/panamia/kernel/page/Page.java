package club.panamia.kernel.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list. {@code nextCursor} is absent on the last one. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /**
     * Cuts the page out of {@code found}, which was asked for with one row more than the page holds
     * ({@link PageQuery#rows()}): that row only tells that there is more.
     */
    public static <T> Page<T> of(List<T> found, PageQuery query, Function<T, Cursor> position) {
        if (found.size() <= query.limit()) {
            return new Page<>(found, null);
        }
        var items = List.copyOf(found.subList(0, query.limit()));
        return new Page<>(items, position.apply(items.getLast()).encode());
    }
}
