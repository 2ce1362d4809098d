package club.panamia.social.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How much of this process's work waits for other servers: little for each of them, and never all. */
final class Asking {

    private static final int MOST = 16;
    private static final int MOST_OF_ONE = 4;

    private final Map<String, Integer> underway = new HashMap<>();
    private int all;

    /** Whether all of them may be asked now; then somebody says when that is over. */
    synchronized boolean begin(Set<String> hosts) {
        if (all >= MOST || hosts.stream().anyMatch(host -> underway.getOrDefault(host, 0) >= MOST_OF_ONE)) {
            return false;
        }
        all++;
        hosts.forEach(host -> underway.merge(host, 1, Integer::sum));
        return true;
    }

    synchronized void end(Set<String> hosts) {
        all--;
        hosts.forEach(host -> underway.merge(host, -1, Integer::sum));
        underway.values().removeIf(count -> count == 0);
    }
}
