package club.panamia.engagement.live;

import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/** What one stream has told of late, so that it tells nothing twice; nor what was told before {@code last}. */
final class Heard {

    private static final int REMEMBERED = 1000;

    private final @Nullable String last;
    private final LinkedHashSet<String> ids = new LinkedHashSet<>();

    Heard(@Nullable String last) {
        this.last = last;
    }

    /** Whether it is told for the first time. Ids sort by creation. */
    synchronized boolean first(String id) {
        if (last != null && id.compareTo(last) <= 0) {
            return false;
        }
        if (ids.size() >= REMEMBERED) {
            ids.removeFirst();
        }
        return ids.add(id);
    }
}
