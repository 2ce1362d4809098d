package club.panamia.engagement.article.review;

import club.panamia.engagement.article.ArticleNews;
import club.panamia.engagement.article.ArticleNotice;
import club.panamia.engagement.article.ArticleNotices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Authors hear that their article is approved. */
@ApplicationScoped
class NotifyAuthorsWhenApproved implements EventHandler {

    private final ArticleNotices notices;

    NotifyAuthorsWhenApproved(ArticleNotices notices) {
        this.notices = notices;
    }

    @Override
    public String type() {
        return "content.review.approved";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var news = event.as(ArticleNews.class);
        return notices.tell(news.authors(), ArticleNotice.APPROVED, news.articleId(), event);
    }
}
