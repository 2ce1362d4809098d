package club.panamia.engagement.article;

import club.panamia.engagement.notice.NoticeKind;

/** What is told of an article, where it leads, and what stands in it. */
public enum ArticleNotice {
    INVITED(NoticeKind.COAUTHOR_INVITED, "/invite", Message.INVITATION),
    ACCEPTED(NoticeKind.COAUTHOR_ACCEPTED, "/edit", Message.NONE),
    DECLINED(NoticeKind.COAUTHOR_DECLINED, "/edit", Message.NONE),
    LEFT(NoticeKind.COAUTHOR_LEFT, "/edit", Message.NONE),
    REVIEW_REQUESTED(NoticeKind.REVIEW_REQUESTED, "/review", Message.NONE),
    REVIEW_OVERRIDDEN(NoticeKind.REVIEW_OVERRIDDEN, "", Message.NONE),
    COMMENTED(NoticeKind.REVIEW_COMMENTED, "/review", Message.NONE),
    APPROVED(NoticeKind.REVIEW_APPROVED, "/edit", Message.NONE),
    REVISION_WANTED(NoticeKind.REVISION_WANTED, "/edit", Message.NONE),
    PUBLISHED(NoticeKind.ARTICLE_IS_OUT, "", Message.NONE),
    ANSWERED(NoticeKind.ARTICLE_ANSWERED, "", Message.NONE),
    ANSWERED_ELSEWHERE(NoticeKind.ANSWERED, "", Message.NONE),
    LIKED_ELSEWHERE(NoticeKind.LIKED, "", Message.NONE),
    BOOSTED_ELSEWHERE(NoticeKind.BOOSTED, "", Message.NONE),
    SCHEDULE_MISSED(NoticeKind.SCHEDULE_MISSED, "/edit", Message.NONE),
    REMOVED(NoticeKind.ARTICLE_REMOVED, "", Message.REMOVAL_REASON),
    RESTORED(NoticeKind.ARTICLE_RESTORED, "", Message.NONE);

    final NoticeKind kind;
    final String place;
    final Message message;

    ArticleNotice(NoticeKind kind, String place, Message message) {
        this.kind = kind;
        this.place = place;
        this.message = message;
    }

    /** What stands in it, as SQL over the article {@code a} and its one reader; what is private never travels in events. */
    enum Message {
        NONE("CAST(NULL AS text)"),
        REMOVAL_REASON("a.removal_reason"),
        INVITATION("""
                (SELECT entry ->> 'invitationMessage' FROM jsonb_array_elements(a.co_authors) AS entry
                  WHERE entry ->> 'userId' = CAST(:reader AS text))""");

        final String sql;

        Message(String sql) {
            this.sql = sql;
        }
    }
}
