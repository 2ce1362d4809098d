package club.panamia.engagement.social;

import club.panamia.engagement.notice.Notice;
import club.panamia.engagement.notice.NoticeKind;

/** How a post is meant for somebody. */
enum Heard {
    SENT(NoticeKind.MESSAGED),
    ANSWERED(NoticeKind.ANSWERED),
    NAMED(NoticeKind.MENTIONED);

    /** Where the front end shows what is new. */
    static final String PLACE = "/updates";

    private final NoticeKind kind;

    Heard(NoticeKind kind) {
        this.kind = kind;
    }

    /** What was said is not in it: it can be edited, expire and be taken back. */
    Notice of(String statusId) {
        return Notice.about(kind, null, statusId).leadingTo(PLACE);
    }
}
