package club.panamia.social.draft;

import static club.panamia.social.draft.DraftProblem.NO_SUCH_DRAFT;
import static club.panamia.social.draft.DraftProblem.TOO_MANY_DRAFTS;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** Posts that wait, for their authors only. */
@ApplicationScoped
class Drafts implements PanacheRepositoryBase<Draft, String> {

    static final int MOST = 100;

    private static final String MINE = """
            SELECT d.id FROM internal.post_draft d
              JOIN social_actors a ON a.id = d.actor_id JOIN profiles p ON p.id = a.profile_id
             WHERE p.user_id = :person AND (:id = '' OR d.id = :id) AND d.id < :before
             ORDER BY d.id DESC
             LIMIT :rows
            """;

    /** Of many drafts at once each waits for the one before, and counts it. */
    private static final String HOLD = "SELECT id FROM social_actors WHERE id = :actor FOR NO KEY UPDATE";

    private static final String COUNT = "SELECT count(*) FROM internal.post_draft WHERE actor_id = :actor";

    /** Past every id. */
    private static final String LAST = "z".repeat(25);

    /** In the caller's transaction: refused when there are enough. */
    Uni<Void> requireRoom(String actorId) {
        return getSession()
                .call(session -> session.createNativeQuery(HOLD, String.class)
                        .setParameter("actor", actorId)
                        .getSingleResult())
                .chain(session -> session.createNativeQuery(COUNT, Long.class)
                        .setParameter("actor", actorId)
                        .getSingleResult())
                .invoke(count -> {
                    if (count >= MOST) {
                        throw TOO_MANY_DRAFTS.because("There are %d already.".formatted(MOST));
                    }
                })
                .replaceWithVoid();
    }

    /** A draft of the person's, locked: it is changed, thrown away or posted by one at a time. */
    Uni<Draft> of(Actor person, String id) {
        return one(person, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The same, only to look at it. */
    Uni<Draft> seen(Actor person, String id) {
        return one(person, id, LockModeType.NONE);
    }

    private Uni<Draft> one(Actor person, String id, LockModeType lock) {
        return ids(person, id, LAST, 1)
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().<Draft>nullItem() : findById(ids.getFirst(), lock))
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_DRAFT.because("You have no such draft."));
    }

    /** The person's, newest first. */
    Uni<Page<DraftView>> of(Actor person, PageQuery page) {
        var before = page.after(1).map(cursor -> cursor.text(0)).orElse(LAST);
        return ids(person, "", before, page.rows())
                .chain(ids -> list("id in ?1 order by id desc", ids))
                .map(found -> Page.of(found.stream().map(DraftView::of).toList(), page, DraftView::position));
    }

    private Uni<List<String>> ids(Actor person, String id, String before, int rows) {
        return getSession()
                .chain(session -> session.createNativeQuery(MINE, String.class)
                        .setParameter("person", person.userId())
                        .setParameter("id", id)
                        .setParameter("before", before)
                        .setParameter("rows", rows)
                        .getResultList());
    }
}
