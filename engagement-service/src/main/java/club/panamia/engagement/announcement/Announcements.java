package club.panamia.engagement.announcement;

import static club.panamia.engagement.announcement.AnnouncementProblem.ALREADY_TOLD;
import static club.panamia.engagement.announcement.AnnouncementProblem.NO_SUCH_ANNOUNCEMENT;

import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** The announcements, for administrators. */
@Singleton
class Announcements {

    private static final String COUNT = "SELECT count(*) FROM users u WHERE " + Audience.GIVEN;

    private static final String PAGE = """
            SELECT %s FROM internal.announcement WHERE (created_at, id) < ($1, $2)
             ORDER BY created_at DESC, id DESC LIMIT $3
            """.formatted(AnnouncementView.COLUMNS);

    private static final String CANCEL = """
            UPDATE internal.announcement SET state = CASE state WHEN 'scheduled' THEN 'cancelled' ELSE state END WHERE id = $1
            RETURNING %s
            """.formatted(AnnouncementView.COLUMNS);

    private final Pool pool;

    Announcements(Pool pool) {
        this.pool = pool;
    }

    Uni<AnnouncementPreview> preview(AnnouncementDraft draft) {
        return pool.preparedQuery(COUNT)
                .execute(draft.reached().values())
                .map(rows -> new AnnouncementPreview(
                        rows.iterator().next().getLong(0), draft.text(), draft.textInSpanish()));
    }

    Uni<Page<AnnouncementView>> page(PageQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(PAGE)
                .mapping(AnnouncementView::of)
                .execute(Tuple.of(after.time(0), after.text(1), query.rows()))
                .map(found -> Page.of(found, query, AnnouncementView::position));
    }

    /** Nobody hears of it any more who has not heard of it yet; again does nothing. */
    Uni<AnnouncementView> cancel(String id) {
        return pool.preparedQuery(CANCEL)
                .mapping(AnnouncementView::of)
                .execute(Tuple.of(id))
                .map(Announcements::theOne)
                .invoke(Announcements::requireCancelled);
    }

    private static void requireCancelled(AnnouncementView announcement) {
        if (!"cancelled".equals(announcement.state())) {
            throw ALREADY_TOLD.because("It has reached %d people.".formatted(announcement.told()));
        }
    }

    private static AnnouncementView theOne(RowSet<AnnouncementView> rows) {
        if (rows.size() == 0) {
            throw NO_SUCH_ANNOUNCEMENT.because("There is none of this id.");
        }
        return rows.iterator().next();
    }
}
