package club.panamia.engagement.article.coauthor;

import club.panamia.engagement.article.ArticleNews;
import club.panamia.engagement.article.ArticleNotice;
import club.panamia.engagement.article.ArticleNotices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** An author hears that somebody stands beside them. */
@ApplicationScoped
class NotifyAuthorWhenAccepted implements EventHandler {

    private final ArticleNotices notices;

    NotifyAuthorWhenAccepted(ArticleNotices notices) {
        this.notices = notices;
    }

    @Override
    public String type() {
        return "content.coauthor.accepted";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var news = event.as(ArticleNews.class);
        return notices.tell(news.theAuthor(), ArticleNotice.ACCEPTED, news.articleId(), event);
    }
}
