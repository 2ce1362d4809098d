package club.panamia.engagement.article.publication;

import club.panamia.engagement.article.ArticleNews;
import club.panamia.engagement.article.ArticleNotice;
import club.panamia.engagement.article.ArticleNotices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Co-authors and the reviewer hear that an article is out, the first time. */
@ApplicationScoped
class NotifySupportersWhenPublished implements EventHandler {

    private final ArticleNotices notices;

    NotifySupportersWhenPublished(ArticleNotices notices) {
        this.notices = notices;
    }

    @Override
    public String type() {
        return "content.article.published";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var news = event.as(ArticleNews.class);
        return notices.tellOnce(news.supporters(), ArticleNotice.PUBLISHED, news.articleId(), event);
    }
}
