package club.panamia.social.live;

import java.util.LinkedHashSet;

/** What one stream has told of late, so that it tells nothing twice. */
final class Heard {

    private static final int REMEMBERED = 1000;

    private final LinkedHashSet<String> ids = new LinkedHashSet<>();

    /** Whether it is told for the first time. */
    synchronized boolean first(Told told) {
        if (ids.size() >= REMEMBERED) {
            ids.removeFirst();
        }
        return ids.add(told.id());
    }
}
