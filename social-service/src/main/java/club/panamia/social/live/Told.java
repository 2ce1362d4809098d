package club.panamia.social.live;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A post that one person hears of, or that somebody hands it on.
 *
 * @param id the post's, or the boost's
 * @param at when it appeared
 * @param timelines of home, local and direct those on which the person finds it
 * @param json the post as its readers see it before they have done anything to it
 */
record Told(String id, OffsetDateTime at, List<String> timelines, String json) {

    boolean isAfter(OffsetDateTime time, String other) {
        var order = at.compareTo(time);
        return order > 0 || (order == 0 && id.compareTo(other) > 0);
    }
}
