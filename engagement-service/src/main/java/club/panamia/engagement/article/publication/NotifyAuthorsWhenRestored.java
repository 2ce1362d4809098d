package club.panamia.engagement.article.publication;

import club.panamia.engagement.article.ArticleNews;
import club.panamia.engagement.article.ArticleNotice;
import club.panamia.engagement.article.ArticleNotices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Authors hear that their article is shown again. */
@ApplicationScoped
class NotifyAuthorsWhenRestored implements EventHandler {

    private final ArticleNotices notices;

    NotifyAuthorsWhenRestored(ArticleNotices notices) {
        this.notices = notices;
    }

    @Override
    public String type() {
        return "content.article.restored";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var news = event.as(ArticleNews.class);
        return notices.tell(news.authors(), ArticleNotice.RESTORED, news.articleId(), event);
    }
}
