package club.panamia.social.announcement;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Other servers hear that somebody stands behind an article no longer. */
@ApplicationScoped
class ChangeWhenCoAuthorLeaves implements EventHandler {

    record Left(String articleId, String userId) {}

    private final SayArticle sayArticle;

    ChangeWhenCoAuthorLeaves(SayArticle sayArticle) {
        this.sayArticle = sayArticle;
    }

    @Override
    public String type() {
        return "content.coauthor.left";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var left = event.as(Left.class);
        return sayArticle.left(left.articleId(), left.userId());
    }
}
