package club.panamia.engagement.announcement;

import club.panamia.engagement.notice.Notice;
import club.panamia.engagement.notice.NoticeKind;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Tells an announcement to some of those it is for, and notes how far it came, in one transaction. */
@ApplicationScoped
class TellPortion {

    private static final int PORTION = 500;

    /** Its row stays locked; another process takes the next announcement. */
    private static final String DUE = """
            SELECT id, words, words_es, url FROM internal.announcement
             WHERE state = 'scheduled' AND due_at <= CAST(CAST(:now AS text) AS timestamptz)
             ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    private static final String READERS = """
            SELECT u.id FROM internal.announcement a
              JOIN users u ON u.id > a.told_until AND %s
             WHERE a.id = :id ORDER BY u.id LIMIT :portion
            """.formatted(Audience.OF_ANNOUNCEMENT);

    private static final String NOTE = """
            UPDATE internal.announcement
               SET told = told + CAST(:told AS int),
                   told_until = CASE WHEN CAST(:told AS int) < CAST(:portion AS int) THEN ''
                                     ELSE coalesce(CAST(:last AS text), told_until) END,
                   state = CASE WHEN CAST(:told AS int) < CAST(:portion AS int) THEN 'told' ELSE state END
             WHERE id = :id
            """;

    private final Notices notices;

    TellPortion(Notices notices) {
        this.notices = notices;
    }

    /** Whether anything was due. */
    @WithTransaction
    Uni<Boolean> next(Instant now) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(DUE, Object[].class)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC).toString())
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transformToUni(this::tell)
                .map(told -> told != null);
    }

    private Uni<Integer> tell(Object[] announcement) {
        var id = (String) announcement[0];
        return CallersTransaction.session()
                .chain(session -> readers(session, id))
                .call(readers -> notices.tellFromTheHouseOnce(readers, notice(announcement), "announcement:" + id))
                .chain(readers -> note(id, readers));
    }

    private static Uni<List<String>> readers(Mutiny.Session session, String id) {
        return session.createNativeQuery(READERS, String.class)
                .setParameter("id", id)
                .setParameter("portion", PORTION)
                .getResultList();
    }

    private static Uni<Integer> note(String id, List<String> readers) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(NOTE)
                        .setParameter("told", readers.size())
                        .setParameter("last", readers.isEmpty() ? null : readers.getLast())
                        .setParameter("portion", PORTION)
                        .setParameter("id", id)
                        .executeUpdate());
    }

    private static Notice notice(Object[] announcement) {
        return Notice.of(NoticeKind.ANNOUNCED)
                .leadingTo(text(announcement[3]))
                .saying(text(announcement[1]))
                .sayingInSpanish(text(announcement[2]));
    }

    private static @Nullable String text(@Nullable Object column) {
        return column == null ? null : column.toString();
    }
}
