package club.panamia.engagement.article.publication;

import club.panamia.engagement.article.ArticleNotice;
import club.panamia.engagement.article.ArticleNotices;
import club.panamia.kernel.event.EventHandler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What people of other servers do with articles of ours. */
@Singleton
class ReadersElsewhere {

    private final ArticleNotices notices;

    ReadersElsewhere(ArticleNotices notices) {
        this.notices = notices;
    }

    @Produces
    @Singleton
    EventHandler liked() {
        return new NotifyAuthorsOfReadersElsewhere("social.article.liked", ArticleNotice.LIKED_ELSEWHERE, notices);
    }

    @Produces
    @Singleton
    EventHandler boosted() {
        return new NotifyAuthorsOfReadersElsewhere("social.article.boosted", ArticleNotice.BOOSTED_ELSEWHERE, notices);
    }

    @Produces
    @Singleton
    EventHandler answered() {
        return new NotifyAuthorsOfReadersElsewhere(
                "social.article.answered", ArticleNotice.ANSWERED_ELSEWHERE, notices);
    }
}
