package club.panamia.social.post;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.social.home.Home;
import club.panamia.social.remote.Handles;
import club.panamia.social.text.PostText;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Asks other servers who the people of theirs are whom a text names, so that it reaches them. Whoever cannot be met in a moment
 * stays a word in the text.
 */
@Singleton
class MeetMentioned {

    private static final int MOST = 5;
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private static final int PER_HOUR = 100;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Handles handles;
    private final RateLimits limits;
    private final Home home;

    MeetMentioned(Handles handles, RateLimits limits, Home home) {
        this.handles = handles;
        this.limits = limits;
        this.home = home;
    }

    /** Outside any transaction. */
    Uni<Void> in(String text, Actor speaker) {
        return Multi.createFrom()
                .iterable(PostText.of(text, home).handles())
                .map(handle -> handle.name() + "@" + handle.domain())
                .filter(handles::isElsewhere)
                .select()
                .first(MOST)
                .onItem()
                .transformToUniAndMerge(handle -> meet(handle, speaker))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<String> meet(String handle, Actor speaker) {
        return handles.isKnown(handle)
                .chain(known -> known ? Uni.createFrom().nullItem() : ask(handle, speaker))
                .ifNoItem()
                .after(A_MOMENT)
                .fail()
                .onFailure()
                .recoverWithNull();
    }

    private Uni<String> ask(String handle, Actor speaker) {
        return limits.take("social-elsewhere", speaker.userId(), PER_HOUR, HOUR).chain(() -> handles.at(handle));
    }
}
