package club.panamia.engagement.article.coauthor;

import club.panamia.engagement.article.ArticleNews;
import club.panamia.engagement.article.ArticleNotice;
import club.panamia.engagement.article.ArticleNotices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** An author hears that somebody stands beside them no longer. */
@ApplicationScoped
class NotifyAuthorWhenLeft implements EventHandler {

    private final ArticleNotices notices;

    NotifyAuthorWhenLeft(ArticleNotices notices) {
        this.notices = notices;
    }

    @Override
    public String type() {
        return "content.coauthor.left";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var news = event.as(ArticleNews.class);
        return notices.tell(news.theAuthor(), ArticleNotice.LEFT, news.articleId(), event);
    }
}
