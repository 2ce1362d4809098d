package club.panamia.engagement.article.publication;

import club.panamia.engagement.article.ArticleNews;
import club.panamia.engagement.article.ArticleNotice;
import club.panamia.engagement.article.ArticleNotices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Authors hear that their article could not go out at the time that was chosen. */
@ApplicationScoped
class NotifyAuthorsWhenScheduleMissed implements EventHandler {

    private final ArticleNotices notices;

    NotifyAuthorsWhenScheduleMissed(ArticleNotices notices) {
        this.notices = notices;
    }

    @Override
    public String type() {
        return "content.article.schedule-missed";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var news = event.as(ArticleNews.class);
        return notices.tell(news.authors(), ArticleNotice.SCHEDULE_MISSED, news.articleId(), event);
    }
}
