package club.panamia.social.draft;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Singleton;

/** Uploads that wait with a draft, so that nobody sweeps them. A draft that goes lets go of them. */
@Singleton
class HeldUploads {

    private static final String LET_GO = "UPDATE internal.social_upload SET draft_id = NULL WHERE draft_id = :draft";

    private static final String HOLD = """
            UPDATE internal.social_upload u SET draft_id = :draft
              FROM internal.post_draft d
             WHERE d.id = :draft AND u.id IN (SELECT jsonb_array_elements_text(CAST(CAST(:ids AS text) AS jsonb)))
               AND u.actor_id = d.actor_id AND u.attached_at IS NULL AND u.draft_id IS NULL AND u.state = 'stored'
            """;

    /** In the caller's transaction: those that the draft names now, and no others. */
    Uni<Void> hold(Draft draft) {
        var ids = new JsonArray(draft.body.uploads());
        return CallersTransaction.session()
                .call(session -> session.createNativeQuery(LET_GO)
                        .setParameter("draft", draft.id)
                        .executeUpdate())
                .chain(session -> session.createNativeQuery(HOLD)
                        .setParameter("draft", draft.id)
                        .setParameter("ids", ids.encode())
                        .executeUpdate())
                .invoke(held -> requireAll(held, ids.size()))
                .replaceWithVoid();
    }

    private static void requireAll(int held, int named) {
        if (held < named) {
            throw CommonProblem.INVALID
                    .because("Not all of this can be shown.")
                    .at("/attachments", "must name uploads of yours that wait for a post, each once");
        }
    }
}
