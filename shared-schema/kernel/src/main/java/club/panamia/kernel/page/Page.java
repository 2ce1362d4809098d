package club.panamia.kernel.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list. {@code nextCursor} is absent on the last one. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /**
     * Cuts the page out of {@code found}, which was asked for with one row more than the page holds
     * ({@link PageQuery#rows()}): that row only tells that there is more.
     */
    public static <T> Page<T> of(Iterable<T> found, PageQuery query, Function<T, Cursor> position) {
        var items = new ArrayList<T>();
        found.forEach(items::add);
        if (items.size() <= query.limit()) {
            return new Page<>(List.copyOf(items), null);
        }
        items.removeLast();
        return new Page<>(List.copyOf(items), position.apply(items.getLast()).encode());
    }
}
