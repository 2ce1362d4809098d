package club.panamia.social.effect.article;

import club.panamia.kernel.event.EventLog;
import club.panamia.social.home.Home;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.Set;

/** A boost. */
@Singleton
@Priority(1)
class BoostArticle extends ReactToArticle {

    BoostArticle(EventLog events, Home home) {
        super(Set.of("Announce"), "boost", "boosted", events, home);
    }
}
