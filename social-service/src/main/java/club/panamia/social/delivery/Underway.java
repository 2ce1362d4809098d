package club.panamia.social.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What this process is sending now, and how much of it to each server. */
final class Underway {

    private static final int MOST = 32;

    private final Map<String, Integer> byHost = new HashMap<>();
    private int all;

    synchronized int room() {
        return MOST - all;
    }

    synchronized Map<String, Integer> byHost() {
        return Map.copyOf(byHost);
    }

    synchronized void begin(List<Delivery> taken) {
        all += taken.size();
        taken.forEach(delivery -> byHost.merge(delivery.host(), 1, Integer::sum));
    }

    synchronized void end(Delivery delivery) {
        all--;
        byHost.computeIfPresent(delivery.host(), (host, many) -> many == 1 ? null : many - 1);
    }
}
