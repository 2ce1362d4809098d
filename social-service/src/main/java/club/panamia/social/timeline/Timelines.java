package club.panamia.social.timeline;

import static club.panamia.social.timeline.TimelineProblem.NO_SUCH_LIST;

import club.panamia.kernel.database.ReadPool;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.home.Home;
import club.panamia.social.media.MediaLinks;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Pages of the timelines. What everybody reads may be a moment old; one's own is asked where it was written. */
@Singleton
class Timelines {

    private static final String OWN_LIST = "SELECT FROM user_lists WHERE id = $1 AND owner_id = $2";

    private final Pool pool;
    private final ReadPool readPool;
    private final HeardPages heard;
    private final MediaLinks links;
    private final Home home;

    Timelines(Pool pool, ReadPool readPool, HeardPages heard, MediaLinks links, Home home) {
        this.pool = pool;
        this.readPool = readPool;
        this.heard = heard;
        this.links = links;
        this.home = home;
    }

    Uni<Page<StatusView>> ofEverybody(@Nullable Actor reader, PageQuery page) {
        return readPool.ask(Line.PUBLIC, Line.values(reader, page)).map(rows -> page(rows, page));
    }

    Uni<Page<StatusView>> ofMembers(Actor reader, PageQuery page) {
        return readPool.ask(Line.LOCAL, Line.values(reader, page)).map(rows -> page(rows, page));
    }

    /** @param tag in any case, without the hash */
    Uni<Page<StatusView>> under(String tag, @Nullable Actor reader, PageQuery page) {
        return readPool.ask(Line.TAG, Line.values(reader, page, "#" + tag)).map(rows -> page(rows, page));
    }

    Uni<Page<StatusView>> saidBy(String username, @Nullable Actor reader, ProfileQuery query) {
        var line = query.boosts ? ProfileLine.WITH_BOOSTS : Line.PROFILE;
        return ask(line, Line.values(reader, query, home.handle(username)).addBoolean(query.replies), query);
    }

    Uni<Page<StatusView>> home(Actor reader, PageQuery page) {
        return heard.of(Line.HOME, page, (end, rows) -> Line.values(reader, end, rows));
    }

    /** Refuses a list that is not the reader's own. */
    Uni<Page<StatusView>> onList(String listId, Actor reader, PageQuery page) {
        return pool.preparedQuery(OWN_LIST)
                .execute(Tuple.of(listId, reader.userId()))
                .invoke(Timelines::requireList)
                .chain(() -> listed(listId, reader, page));
    }

    private Uni<Page<StatusView>> listed(String listId, Actor reader, PageQuery page) {
        return heard.of(
                Line.LIST, page, (end, rows) -> Line.values(reader, end, rows).addString(listId));
    }

    Uni<Page<StatusView>> naming(Actor reader, PageQuery page) {
        return ask(Line.MENTIONS, Line.values(reader, page), page);
    }

    Uni<Page<StatusView>> messages(Actor reader, MessagesQuery query) {
        return ask("sent".equals(query.box) ? Line.SENT : Line.RECEIVED, Line.values(reader, query), query);
    }

    private Uni<Page<StatusView>> ask(String question, Tuple values, PageQuery page) {
        return pool.preparedQuery(question).execute(values).map(rows -> page(rows, page));
    }

    private static void requireList(RowSet<Row> lists) {
        if (lists.size() == 0) {
            throw NO_SUCH_LIST.because("You have no list of this id.");
        }
    }

    private Page<StatusView> page(RowSet<Row> rows, PageQuery page) {
        return Page.of(
                StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> StatusView.of(row, links))
                        .toList(),
                page,
                StatusView::position);
    }
}
