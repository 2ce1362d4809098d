package club.panamia.social.post;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Has a post show other files, or the same in another order or with other words; what it lets go of goes for good. */
@Singleton
class ShowOtherwise {

    private static final String SHOWN = """
            SELECT m.id, m.description, CAST(m.focal_x AS float8), CAST(m.focal_y AS float8)
              FROM social_attachments m WHERE m.status_id = :status ORDER BY m.position
            """;

    /** Those that stay wait for the post, as if they were new; the sweeper takes the others. */
    private static final String LET_GO = """
            WITH shown AS (
              DELETE FROM social_attachments WHERE status_id = :status
            )
            UPDATE internal.social_upload u
               SET status_id = NULL,
                   attached_at = CASE WHEN CAST(CAST(:ids AS text) AS jsonb) @> to_jsonb(u.id) THEN NULL ELSE u.attached_at END
             WHERE u.status_id = :status
            """;

    private final Attachments attachments;

    ShowOtherwise(Attachments attachments) {
        this.attachments = attachments;
    }

    /** In the caller's transaction, which holds the post; whether it shows anything else then. Nothing leaves it as it is. */
    Uni<Boolean> in(Status status, PostChange change) {
        var wanted = change.attachments();
        if (wanted == null) {
            return Uni.createFrom().item(false);
        }
        requireSomething(change, wanted);
        return CallersTransaction.session()
                .chain(session -> shown(session, status.id))
                .map(shown -> !isShown(shown, wanted))
                .call(other -> other ? show(status, wanted) : Uni.createFrom().voidItem());
    }

    private static void requireSomething(PostChange change, List<AttachmentDraft> wanted) {
        if (wanted.isEmpty() && change.content().isBlank()) {
            throw CommonProblem.INVALID
                    .because("There would be nothing in it.")
                    .at("/attachments", "must not be empty");
        }
        var ids = wanted.stream().map(AttachmentDraft::id).toList();
        if (new HashSet<>(ids).size() < ids.size()) {
            throw CommonProblem.INVALID.because("It is in there twice.").at("/attachments", "must not name any twice");
        }
    }

    private static Uni<List<Object[]>> shown(Mutiny.Session session, String statusId) {
        return session.createNativeQuery(SHOWN, Object[].class)
                .setParameter("status", statusId)
                .getResultList();
    }

    private static boolean isShown(List<Object[]> shown, List<AttachmentDraft> wanted) {
        return shown.size() == wanted.size()
                && IntStream.range(0, shown.size()).allMatch(place -> isShown(shown.get(place), wanted.get(place)));
    }

    private static boolean isShown(Object[] row, AttachmentDraft wanted) {
        var focus = wanted.focus();
        return row[0].equals(wanted.id())
                && wanted.peaks() == null
                && Objects.equals(row[1], wanted.description())
                && Objects.equals(row[2], focus == null ? null : focus.x())
                && Objects.equals(row[3], focus == null ? null : focus.y());
    }

    private Uni<Void> show(Status status, List<AttachmentDraft> wanted) {
        return letGo(status.id, wanted)
                .chain(() -> attachments.of(status.actorId, wanted))
                .chain(rows -> attachments.hang(status.id, rows));
    }

    private static Uni<Void> letGo(String statusId, List<AttachmentDraft> wanted) {
        var ids = new JsonArray(wanted.stream().map(AttachmentDraft::id).toList());
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(LET_GO)
                        .setParameter("status", statusId)
                        .setParameter("ids", ids.encode())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
