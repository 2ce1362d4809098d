package club.panamia.social.poll;

import static club.panamia.social.poll.PollProblem.NO_SUCH_POLL;
import static club.panamia.social.poll.PollProblem.POLL_ENDED;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.audience.Audience;
import club.panamia.social.status.PollView;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What posts ask. Whoever changes a poll, or votes, holds its row: one after the other. */
@Singleton
public class Polls {

    static final String ONE = Audience.viewer("$1") + """
                    SELECT %s FROM %s WHERE s.id = $2 AND %s
                    """.formatted(PollView.COLUMN, Audience.FROM, Audience.MAY_SEE);

    private static final String ASK = """
            INSERT INTO internal.poll (status_id, multiple, options, votes, ends_at)
            SELECT CAST(:id AS text), CAST(:multiple AS boolean), array_agg(o.option ORDER BY o.place), array_agg(0),
                   clock_timestamp() + make_interval(mins => CAST(:minutes AS int))
              FROM jsonb_array_elements_text(CAST(CAST(:options AS text) AS jsonb)) WITH ORDINALITY AS o (option, place)
            """;

    private static final String HOLD = """
            SELECT p.multiple, CAST(to_jsonb(p.options) AS text), p.ends_at <= clock_timestamp()
              FROM internal.poll p WHERE p.status_id = :id
               FOR UPDATE
            """;

    private final Pool pool;

    Polls(Pool pool) {
        this.pool = pool;
    }

    /** As the viewer sees it after what they did. */
    Uni<PollView> of(Actor viewer, String statusId) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(viewer.userId(), statusId))
                .map(Polls::theOne);
    }

    private static PollView theOne(RowSet<Row> rows) {
        var poll = rows.size() == 0 ? null : PollView.of(rows.iterator().next().getJsonObject("poll"));
        if (poll == null) {
            throw NO_SUCH_POLL.because("It has just been deleted.");
        }
        return poll;
    }

    /** In the caller's transaction, when the post is there. */
    public Uni<Void> ask(String statusId, @Nullable PollDraft draft) {
        return draft == null
                ? Uni.createFrom().voidItem()
                : CallersTransaction.session()
                        .chain(session -> session.createNativeQuery(ASK)
                                .setParameter("id", statusId)
                                .setParameter("multiple", draft.multiple())
                                .setParameter("options", options(draft).encode())
                                .setParameter("minutes", draft.minutes())
                                .executeUpdate())
                        .replaceWithVoid();
    }

    /**
     * In the caller's transaction: asks something else, and begins anew, where the answers are not what they were; whether that is
     * so. What is over stays as it is.
     */
    public Uni<Boolean> askOtherwise(String statusId, @Nullable PollDraft draft) {
        if (draft == null) {
            return Uni.createFrom().item(false);
        }
        draft.requireDifferentOptions();
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(HOLD, Object[].class)
                        .setParameter("id", statusId)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_POLL.because("The post has asked nothing."))
                .map(row -> isOther(row, draft))
                .call(other -> other ? begin(statusId, draft) : Uni.createFrom().voidItem());
    }

    private static boolean isOther(Object[] row, PollDraft draft) {
        if ((boolean) row[2]) {
            throw POLL_ENDED.because("What people have answered to the end is not changed.");
        }
        return (boolean) row[0] != draft.multiple() || !new JsonArray((String) row[1]).equals(options(draft));
    }

    /** The votes go with the poll that they were given to. */
    private Uni<Void> begin(String statusId, PollDraft draft) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery("DELETE FROM internal.poll WHERE status_id = :id")
                        .setParameter("id", statusId)
                        .executeUpdate())
                .chain(() -> ask(statusId, draft));
    }

    private static JsonArray options(PollDraft draft) {
        return new JsonArray(draft.trimmed());
    }
}
