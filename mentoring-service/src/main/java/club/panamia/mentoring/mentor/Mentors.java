package club.panamia.mentoring.mentor;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Everybody who has mentoring switched on, shows a profile and can be asked. */
@Singleton
class Mentors {

    private final Pool pool;

    Mentors(Pool pool) {
        this.pool = pool;
    }

    /** Those whom the actor can ask and who answer to the search. */
    Uni<Page<MentorView>> otherThan(Actor actor, MentorSearch search, Instant now) {
        var question = MentorQuestion.of(actor.userId(), search, now);
        return pool.preparedQuery(question.sql())
                .mapping(MentorView::of)
                .execute(question.values())
                .map(found -> Page.of(found, search, mentor -> mentor.position(search.sort)));
    }
}
