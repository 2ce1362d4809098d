package club.panamia.social.backfill;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What this process is asking other servers for now: little of each of them, so that one that is slow holds up itself alone. */
final class Underway {

    static final int MOST = 32;
    private static final int MOST_OF_ONE = 4;

    private final Map<String, Integer> byHost = new HashMap<>();
    private int all;

    synchronized int room() {
        return MOST - all;
    }

    /** The servers that are asked for no more at the moment. */
    synchronized Set<String> busy() {
        return byHost.entrySet().stream()
                .filter(host -> host.getValue() >= MOST_OF_ONE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    synchronized void begin(List<Wanted> taken) {
        all += taken.size();
        taken.forEach(wanted -> byHost.merge(wanted.host(), 1, Integer::sum));
    }

    synchronized void end(Wanted wanted) {
        all--;
        byHost.computeIfPresent(wanted.host(), (host, many) -> many == 1 ? null : many - 1);
    }
}
