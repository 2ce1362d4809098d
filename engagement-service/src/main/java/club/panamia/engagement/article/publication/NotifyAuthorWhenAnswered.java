package club.panamia.engagement.article.publication;

import club.panamia.engagement.article.ArticleNews;
import club.panamia.engagement.article.ArticleNotice;
import club.panamia.engagement.article.ArticleNotices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** An author hears that another article answers theirs, the first time. */
@ApplicationScoped
class NotifyAuthorWhenAnswered implements EventHandler {

    private final ArticleNotices notices;

    NotifyAuthorWhenAnswered(ArticleNotices notices) {
        this.notices = notices;
    }

    @Override
    public String type() {
        return "content.article.published";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var news = event.as(ArticleNews.class);
        var answered = news.inReplyTo();
        return answered == null
                ? Uni.createFrom().voidItem()
                : notices.authorOf(answered)
                        .chain(author -> notices.tellOnce(author, ArticleNotice.ANSWERED, news.articleId(), event));
    }
}
