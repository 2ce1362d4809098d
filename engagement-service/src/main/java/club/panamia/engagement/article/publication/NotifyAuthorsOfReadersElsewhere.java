package club.panamia.engagement.article.publication;

import club.panamia.engagement.article.ArticleNotice;
import club.panamia.engagement.article.ArticleNotices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Authors hear what people of other servers do with their article: a reaction once for each person, every answer. */
class NotifyAuthorsOfReadersElsewhere implements EventHandler {

    record Done(String articleId, String actorId, @Nullable String statusId, List<String> authors) {}

    private final String type;
    private final ArticleNotice notice;
    private final ArticleNotices notices;

    NotifyAuthorsOfReadersElsewhere(String type, ArticleNotice notice, ArticleNotices notices) {
        this.type = type;
        this.notice = notice;
        this.notices = notices;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var done = event.as(Done.class);
        var once = done.statusId() == null ? done.actorId() : done.statusId();
        return notices.tellOnceOf(once, done.authors(), notice, done.articleId(), event);
    }
}
