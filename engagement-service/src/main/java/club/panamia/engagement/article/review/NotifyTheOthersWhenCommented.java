package club.panamia.engagement.article.review;

import club.panamia.engagement.article.ArticleNews;
import club.panamia.engagement.article.ArticleNotice;
import club.panamia.engagement.article.ArticleNotices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The reviewer and the authors hear what one of them said. */
@ApplicationScoped
class NotifyTheOthersWhenCommented implements EventHandler {

    private final ArticleNotices notices;

    NotifyTheOthersWhenCommented(ArticleNotices notices) {
        this.notices = notices;
    }

    @Override
    public String type() {
        return "content.review.commented";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var news = event.as(ArticleNews.class);
        return notices.tell(news.everybody(), ArticleNotice.COMMENTED, news.articleId(), event);
    }
}
