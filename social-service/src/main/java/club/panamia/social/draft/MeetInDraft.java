package club.panamia.social.draft;

import club.panamia.kernel.identity.Actor;
import club.panamia.social.audience.Visibility;
import club.panamia.social.post.MeetMentioned;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Asks other servers who the people of theirs are whom a draft names that is about to be posted. Outside any transaction. */
@Singleton
class MeetInDraft {

    private static final String MINE = """
            SELECT d.body ->> 'content' AS content, d.body ->> 'visibility' AS visibility
              FROM internal.post_draft d
              JOIN social_actors a ON a.id = d.actor_id JOIN profiles p ON p.id = a.profile_id
             WHERE d.id = $1 AND p.user_id = $2
            """;

    private final Pool pool;
    private final MeetMentioned meetMentioned;

    MeetInDraft(Pool pool, MeetMentioned meetMentioned) {
        this.pool = pool;
        this.meetMentioned = meetMentioned;
    }

    /** Nobody, where the author has no such draft. */
    Uni<Void> of(Actor author, String id) {
        return pool.preparedQuery(MINE)
                .execute(Tuple.of(id, author.userId()))
                .map(rows -> rows.stream().findFirst())
                .chain(draft -> draft.isEmpty() ? Uni.createFrom().voidItem() : meet(author, draft.get()));
    }

    private Uni<Void> meet(Actor author, Row draft) {
        var visibility = Optional.ofNullable(draft.getString("visibility")).map(Visibility::of);
        return meetMentioned.in(draft.getString("content"), visibility.orElse(null), author);
    }
}
