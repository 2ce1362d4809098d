package club.panamia.social.conversation;

import static club.panamia.social.conversation.ConversationProblem.NO_SUCH_CONVERSATION;
import static club.panamia.social.status.StatusProblem.NO_SUCH_STATUS;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.problem.Problem;
import club.panamia.social.media.MediaLinks;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** What people say to a few, by who these are, and how far they have read. */
@Singleton
class Conversations {

    private final Pool pool;
    private final MediaLinks links;

    Conversations(Pool pool, MediaLinks links) {
        this.pool = pool;
        this.links = links;
    }

    /** The one in which something was said last first. */
    Uni<Page<ConversationView>> of(Actor person, PageQuery query) {
        return pool.preparedQuery(Talk.CONVERSATIONS)
                .mapping(row -> ConversationView.of(row, links))
                .execute(values(person, query))
                .map(rows -> Page.of(rows, query, ConversationView::position));
    }

    Uni<Page<StatusView>> messages(Actor person, String conversation, PageQuery query) {
        return pool.preparedQuery(Talk.MESSAGES)
                .mapping(row -> StatusView.of(row, links))
                .execute(values(person, query).addString(conversation))
                .map(rows -> Page.of(rows, query, StatusView::position));
    }

    Uni<Void> read(Actor person, String conversation, ReadMark mark) {
        return read(
                Talk.READ,
                Tuple.of(person.userId(), conversation, mark.statusId()),
                () -> NO_SUCH_CONVERSATION.because("You have none of this id with this post in it."));
    }

    Uni<Void> readMentions(Actor person, ReadMark mark) {
        return read(
                Talk.READ_MENTIONS,
                Tuple.of(person.userId(), mark.statusId()),
                () -> NO_SUCH_STATUS.because("No such post names you."));
    }

    Uni<UnreadView> unread(Actor person) {
        return pool.preparedQuery(Talk.UNREAD)
                .execute(Tuple.of(person.userId()))
                .map(rows -> UnreadView.of(rows.iterator().next()));
    }

    static Tuple values(Actor person, PageQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return Tuple.of(person.userId(), after.time(0), after.text(1), query.rows());
    }

    private Uni<Void> read(String question, Tuple values, Supplier<Problem> missing) {
        return pool.preparedQuery(question)
                .execute(values)
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw missing.get();
                    }
                })
                .replaceWithVoid();
    }
}
