package club.panamia.engagement.article.review;

import club.panamia.engagement.article.ArticleNews;
import club.panamia.engagement.article.ArticleNotice;
import club.panamia.engagement.article.ArticleNotices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody hears that they are asked for a review. */
@ApplicationScoped
class NotifyReviewerWhenAsked implements EventHandler {

    private final ArticleNotices notices;

    NotifyReviewerWhenAsked(ArticleNotices notices) {
        this.notices = notices;
    }

    @Override
    public String type() {
        return "content.review.requested";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var news = event.as(ArticleNews.class);
        return notices.tell(news.thePerson(), ArticleNotice.REVIEW_REQUESTED, news.articleId(), event);
    }
}
