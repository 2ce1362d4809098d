package club.panamia.engagement.article.coauthor;

import club.panamia.engagement.article.ArticleNews;
import club.panamia.engagement.article.ArticleNotice;
import club.panamia.engagement.article.ArticleNotices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody hears that an author wants them beside them. */
@ApplicationScoped
class NotifyInvitedWhenAsked implements EventHandler {

    private final ArticleNotices notices;

    NotifyInvitedWhenAsked(ArticleNotices notices) {
        this.notices = notices;
    }

    @Override
    public String type() {
        return "content.coauthor.invited";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var news = event.as(ArticleNews.class);
        return notices.tell(news.thePerson(), ArticleNotice.INVITED, news.articleId(), event);
    }
}
