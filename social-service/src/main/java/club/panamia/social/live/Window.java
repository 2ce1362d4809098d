package club.panamia.social.live;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What was told in the last moments, by whom it is for. It is told again for a while: whoever is just being told what they have
 * missed does not miss what comes meanwhile.
 */
final class Window {

    private static final long KEPT_NANOS = 5_000_000_000L;
    private static final int REMEMBERED = 10_000;

    private final Deque<Batch> batches = new ArrayDeque<>();
    private final LinkedHashSet<String> known = new LinkedHashSet<>();

    /** Of these posts those that have not been told yet. */
    synchronized List<String> unknown(Collection<String> ids) {
        return ids.stream().filter(id -> !known.contains(id)).toList();
    }

    synchronized void add(Collection<String> ids, Map<String, List<Told>> told) {
        known.addAll(ids);
        while (known.size() > REMEMBERED) {
            known.removeFirst();
        }
        if (!told.isEmpty()) {
            batches.addLast(new Batch(System.nanoTime(), told));
        }
    }

    /** Oldest first. */
    synchronized List<Map<String, List<Told>>> told() {
        var since = System.nanoTime() - KEPT_NANOS;
        while (!batches.isEmpty() && batches.getFirst().nanos() < since) {
            batches.removeFirst();
        }
        return batches.stream().map(Batch::told).toList();
    }

    private record Batch(long nanos, Map<String, List<Told>> told) {}
}
