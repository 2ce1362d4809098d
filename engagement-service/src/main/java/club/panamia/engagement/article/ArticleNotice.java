package club.panamia.engagement.article;

/** What is told of an article, in the words of ActivityStreams; where it leads; and after how many days it is of no use. */
public enum ArticleNotice {
    INVITED("Invite", "coauthor", "/invite", Message.INVITATION, 0),
    ACCEPTED("Accept", "coauthor", "/edit", Message.NONE, 0),
    DECLINED("Reject", "coauthor", "/edit", Message.NONE, 0),
    LEFT("Undo", "coauthor", "/edit", Message.NONE, 90),
    REVIEW_REQUESTED("Invite", "review", "/review", Message.NONE, 0),
    REVIEW_OVERRIDDEN("Undo", "review", "", Message.NONE, 90),
    COMMENTED("Create", "review", "/review", Message.NONE, 90),
    APPROVED("Accept", "review", "/edit", Message.NONE, 0),
    REVISION_WANTED("Update", "review", "/edit", Message.NONE, 90),
    PUBLISHED("Create", "article", "", Message.NONE, 90),
    SCHEDULE_MISSED("Update", "article", "/edit", Message.NONE, 90),
    REMOVED("Delete", "article", "", Message.REMOVAL_REASON, 90),
    RESTORED("Undo", "article", "", Message.NONE, 90);

    final String type;
    final String context;
    final String place;
    final Message message;
    final int days;

    ArticleNotice(String type, String context, String place, Message message, int days) {
        this.type = type;
        this.context = context;
        this.place = place;
        this.message = message;
        this.days = days;
    }

    /** What stands in it, as SQL over the article {@code a} and the reader {@code u}; what is private never travels in events. */
    enum Message {
        NONE("CAST(NULL AS text)"),
        REMOVAL_REASON("a.removal_reason"),
        INVITATION("""
                (SELECT entry ->> 'invitationMessage' FROM jsonb_array_elements(a.co_authors) AS entry
                  WHERE entry ->> 'userId' = u.id)""");

        final String sql;

        Message(String sql) {
            this.sql = sql;
        }
    }
}
