package club.panamia.content.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * In what state feeds are. Readers' programs ask whether anything has changed far more often than anything does, so that an answer
 * counts for a moment, however many ask meanwhile; they themselves may keep it for an hour.
 */
@Singleton
class FeedStates {

    private static final int MOST = 1000;

    private final PublishedItems published;
    private final Cache<Selection, FeedState> lately;

    FeedStates(
            PublishedItems published,
            @ConfigProperty(name = "pana.feeds.state-holds", defaultValue = "1S") Duration holds) {
        this.published = published;
        this.lately =
                Caffeine.newBuilder().expireAfterWrite(holds).maximumSize(MOST).build();
    }

    Uni<FeedState> of(Selection selection) {
        var known = lately.getIfPresent(selection);
        return known == null
                ? published.stateOf(selection).invoke(state -> lately.put(selection, state))
                : Uni.createFrom().item(known);
    }
}
