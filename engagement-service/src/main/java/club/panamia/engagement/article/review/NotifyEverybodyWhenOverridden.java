package club.panamia.engagement.article.review;

import club.panamia.engagement.article.ArticleNews;
import club.panamia.engagement.article.ArticleNotice;
import club.panamia.engagement.article.ArticleNotices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The authors hear that a moderator has approved, and the reviewer that it was in their place. */
@ApplicationScoped
class NotifyEverybodyWhenOverridden implements EventHandler {

    private final ArticleNotices notices;

    NotifyEverybodyWhenOverridden(ArticleNotices notices) {
        this.notices = notices;
    }

    @Override
    public String type() {
        return "content.review.overridden";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var news = event.as(ArticleNews.class);
        return notices.tell(news.authors(), ArticleNotice.APPROVED, news.articleId(), event)
                .chain(() -> notices.tell(news.thePerson(), ArticleNotice.REVIEW_OVERRIDDEN, news.articleId(), event));
    }
}
