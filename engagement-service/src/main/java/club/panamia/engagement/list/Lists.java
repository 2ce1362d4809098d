package club.panamia.engagement.list;

import static club.panamia.engagement.list.ListProblem.NOT_YOUR_LIST;
import static club.panamia.engagement.list.ListProblem.NO_SUCH_LIST;
import static club.panamia.engagement.list.ListProblem.TOO_MANY_LISTS;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

/** The lists, for those who change them. */
@ApplicationScoped
public class Lists implements PanacheRepositoryBase<UserList, String> {

    private static final long MOST = 100;

    /** Ends with the transaction, so that it is safe behind a transaction-level pooler. */
    private static final String LOCK =
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('lists ' || :owner, 0)) AS text)";

    private static final String FOLLOWS =
            "SELECT EXISTS (SELECT FROM user_follows WHERE follower_id = :reader AND following_id = :owner)";

    /** Refuses one list more than there can be; two who begin one at once come one after the other. */
    Uni<Void> requireRoom(Actor owner) {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK, String.class)
                        .setParameter("owner", owner.userId())
                        .getSingleResult())
                .chain(() -> count("ownerId", owner.userId()))
                .invoke(lists -> {
                    if (lists >= MOST) {
                        throw TOO_MANY_LISTS.because("There can be %d; delete one first.".formatted(MOST));
                    }
                })
                .replaceWithVoid();
    }

    /** One of the owner's own, locked. Who may see somebody else's learns that it is theirs; who may not, nothing. */
    public Uni<UserList> ofForChange(Actor owner, String id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(Lists::missing)
                .call(list -> list.isOf(owner) ? Uni.createFrom().voidItem() : refuse(owner, list));
    }

    /** Any, locked, for somebody who wants off it; null where there is none. */
    public Uni<@Nullable UserList> anyForChange(String id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    private Uni<Void> refuse(Actor actor, UserList list) {
        return getSession()
                .chain(session -> session.createNativeQuery(FOLLOWS, Boolean.class)
                        .setParameter("reader", actor.userId())
                        .setParameter("owner", list.ownerId)
                        .getSingleResult())
                .map(follows -> {
                    throw switch (list.visibility) {
                        case PUBLIC, UNLISTED -> NOT_YOUR_LIST.because("Only its owner changes it.");
                        case FOLLOWERS -> follows ? NOT_YOUR_LIST.because("Only its owner changes it.") : missing();
                        case PRIVATE -> missing();
                    };
                });
    }

    private static Problem missing() {
        return NO_SUCH_LIST.because("There is no list of this id that you may see.");
    }
}
