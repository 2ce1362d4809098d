package club.panamia.social.feed;

import club.panamia.social.home.Home;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said to everybody last.
 *
 * @param page the page about them
 * @param self its own address
 */
record Feed(
        String name,
        String handle,
        String page,
        String self,
        @Nullable String picture,
        List<Item> items) {

    /** @param rows each with the actor; of one who has said nothing there is one without a post */
    static Feed of(List<Row> rows, Home home) {
        var actor = rows.getFirst();
        var username = actor.getString("username");
        var handle = "@" + username + "@" + actor.getString("domain");
        return new Feed(
                actor.getString("author"),
                handle,
                home.profile(username),
                home.feed(username),
                actor.getString("icon_url"),
                rows.stream()
                        .filter(row -> row.getString("id") != null)
                        .map(row -> Item.of(row, home))
                        .toList());
    }

    String title() {
        return "%s (%s)".formatted(name, handle);
    }

    /** When anything in it was said or changed last; nothing of an empty one. */
    Optional<Instant> updated() {
        return items.stream().map(Item::changed).max(Comparator.naturalOrder());
    }
}
