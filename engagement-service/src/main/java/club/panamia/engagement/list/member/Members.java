package club.panamia.engagement.list.member;

import static club.panamia.engagement.list.ListProblem.NOTHING_TO_LIST;
import static club.panamia.engagement.list.ListProblem.NOT_THE_MEMBERS;

import club.panamia.engagement.list.UserList;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts on lists and takes off them; in the transaction that holds the list's lock, so that count and order stay exact. */
@Singleton
class Members {

    /** A place in the given order for each; the list is a new version, which its trigger counts. */
    private static final String ORDER = """
            WITH changed AS (UPDATE user_lists SET updated_at = now() WHERE id = CAST(:list AS text))
            UPDATE user_list_members m SET position = wanted.position
              FROM unnest(string_to_array(CAST(:ids AS text), ',')) WITH ORDINALITY AS wanted (id, position)
             WHERE m.id = wanted.id AND m.list_id = :list
            """;

    private static final String COUNT = "SELECT count(*) FROM user_list_members WHERE list_id = :list";

    private static final String SELF = "DELETE FROM user_list_members WHERE list_id = :list AND user_id = :person";

    /** The id of what is put there. */
    Uni<String> find(MemberKind kind, String target) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(kind.find(), String.class)
                        .setParameter("target", target)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NOTHING_TO_LIST.because("There is none, or they do not want to be on lists."));
    }

    /** Whether it was not there before. */
    Uni<Boolean> put(UserList list, MemberKind kind, String id, @Nullable String note, Actor by) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(kind.put(), Boolean.class)
                        .setParameter("list", list.id())
                        .setParameter("target", id)
                        .setParameter("note", note)
                        .setParameter("by", by.userId())
                        .getSingleResult())
                .invoke(isNew -> list.grow(isNew ? 1 : 0));
    }

    Uni<Void> take(UserList list, MemberKind kind, String target) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(kind.take())
                        .setParameter("list", list.id())
                        .setParameter("target", target)
                        .executeUpdate())
                .invoke(taken -> list.grow(-taken))
                .replaceWithVoid();
    }

    Uni<Void> takeSelf(UserList list, Actor person) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(SELF)
                        .setParameter("list", list.id())
                        .setParameter("person", person.userId())
                        .executeUpdate())
                .invoke(taken -> list.grow(-taken))
                .replaceWithVoid();
    }

    Uni<Void> order(UserList list, List<String> ids) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(ORDER)
                        .setParameter("ids", String.join(",", ids))
                        .setParameter("list", list.id())
                        .executeUpdate())
                .chain(ordered -> count(list).invoke(all -> requireAll(ordered, ids, all)))
                .replaceWithVoid();
    }

    private static Uni<Long> count(UserList list) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(COUNT, Long.class)
                        .setParameter("list", list.id())
                        .getSingleResult());
    }

    private static void requireAll(int ordered, List<String> ids, long all) {
        if (ordered != ids.size() || ordered != all) {
            throw NOT_THE_MEMBERS.because("Name every member of the list, each once.");
        }
    }
}
