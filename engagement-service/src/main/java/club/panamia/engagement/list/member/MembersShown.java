package club.panamia.engagement.list.member;

import club.panamia.engagement.list.Shelf;
import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.problem.CommonProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What is on a list, for those who look: only what can be seen elsewhere, too. */
@Singleton
class MembersShown {

    private static final String PAGE = """
            SELECT m.id, m.added_at, m.position, m.note, %s, p.id AS profile_id, p.name AS profile_name, a.slug, a.title
              FROM user_list_members m
              LEFT JOIN users u ON u.id = m.user_id AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
              LEFT JOIN profiles p ON p.id = m.profile_id AND p.active
              LEFT JOIN articles a ON a.id = m.article_id AND a.status = 'published'
             WHERE m.list_id = $1 AND (m.position, m.id) > ($2, $3)
               AND num_nonnulls(u.id, p.id, a.id) = 1
             ORDER BY m.position, m.id
             LIMIT $4
            """.formatted(PersonView.COLUMNS);

    private static final Cursor FIRST = Cursor.of(-1, "");

    private final Pool pool;
    private final Shelf shelf;

    MembersShown(Pool pool, Shelf shelf) {
        this.pool = pool;
        this.shelf = shelf;
    }

    Uni<Page<MemberView>> of(@Nullable Actor reader, String list, PageQuery query) {
        var after = query.after(2).orElse(FIRST);
        var values = Tuple.of(list, place(after), after.text(1), query.rows());
        return shelf.requireSeen(reader, list)
                .chain(() -> pool.preparedQuery(PAGE).mapping(MemberView::of).execute(values))
                .map(found -> Page.of(found, query, MemberView::position));
    }

    private static int place(Cursor after) {
        try {
            return Integer.parseInt(after.text(0));
        } catch (NumberFormatException e) {
            throw CommonProblem.INVALID
                    .because("The cursor is not one that a list of this kind gave out.")
                    .at("cursor", "must be a nextCursor of this list");
        }
    }
}
