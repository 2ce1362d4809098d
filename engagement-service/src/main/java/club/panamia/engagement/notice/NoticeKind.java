package club.panamia.engagement.notice;

import static club.panamia.engagement.notice.Category.ARTICLE_PUBLISHED;
import static club.panamia.engagement.notice.Category.ARTICLE_REPLIES;
import static club.panamia.engagement.notice.Category.COAUTHOR_INVITES;
import static club.panamia.engagement.notice.Category.DIRECT_MESSAGES;
import static club.panamia.engagement.notice.Category.LISTS;
import static club.panamia.engagement.notice.Category.MENTIONS;
import static club.panamia.engagement.notice.Category.MENTORING_REMINDERS;
import static club.panamia.engagement.notice.Category.MENTORING_REQUESTS;
import static club.panamia.engagement.notice.Category.MODERATION;
import static club.panamia.engagement.notice.Category.NEW_FOLLOWER;
import static club.panamia.engagement.notice.Category.PROFILE;
import static club.panamia.engagement.notice.Category.REACTIONS;
import static club.panamia.engagement.notice.Category.REVIEW_REQUESTS;
import static club.panamia.engagement.notice.Category.REVISION_NEEDED;
import static club.panamia.engagement.notice.Category.SECURITY;
import static club.panamia.engagement.notice.Category.SYSTEM_ANNOUNCEMENTS;

import java.util.Locale;
import java.util.Set;

/** Everything that people are told: a verb and a context, in the words of ActivityStreams, and what they can decline. */
public enum NoticeKind {
    COAUTHOR_INVITED("Invite", "coauthor", COAUTHOR_INVITES),
    COAUTHOR_ACCEPTED("Accept", "coauthor", COAUTHOR_INVITES),
    COAUTHOR_DECLINED("Reject", "coauthor", COAUTHOR_INVITES),
    COAUTHOR_LEFT("Undo", "coauthor", COAUTHOR_INVITES),
    REVIEW_REQUESTED("Invite", "review", REVIEW_REQUESTS),
    REVIEW_OVERRIDDEN("Undo", "review", REVIEW_REQUESTS),
    REVIEW_COMMENTED("Create", "review", REVISION_NEEDED),
    REVIEW_APPROVED("Accept", "review", REVISION_NEEDED),
    REVISION_WANTED("Update", "review", REVISION_NEEDED),
    ARTICLE_IS_OUT("Create", "article", ARTICLE_PUBLISHED),
    ARTICLE_ANSWERED("Create", "article", ARTICLE_REPLIES),
    SCHEDULE_MISSED("Update", "article", ARTICLE_PUBLISHED),
    ARTICLE_REMOVED("Delete", "article", MODERATION),
    ARTICLE_RESTORED("Undo", "article", MODERATION),
    SESSION_REQUESTED("Invite", "mentoring", MENTORING_REQUESTS),
    SESSION_ACCEPTED("Accept", "mentoring", MENTORING_REQUESTS),
    SESSION_DECLINED("Reject", "mentoring", MENTORING_REQUESTS),
    SESSION_CANCELLED("Delete", "mentoring", MENTORING_REQUESTS),
    SESSION_EXPIRING("Update", "mentoring", MENTORING_REQUESTS),
    SESSION_EXPIRED("Undo", "mentoring", MENTORING_REQUESTS),
    SESSION_PROPOSED("Update", "mentoring", MENTORING_REQUESTS),
    SESSION_RESCHEDULED("Update", "mentoring", MENTORING_REQUESTS),
    SESSION_STARTED("Create", "mentoring", MENTORING_REMINDERS),
    SESSION_COMPLETED("Update", "mentoring", MENTORING_REMINDERS),
    SESSION_MISSED("Delete", "mentoring", MENTORING_REQUESTS),
    SESSION_REMINDER("Update", "mentoring", MENTORING_REMINDERS),
    SESSION_FEEDBACK("Update", "mentoring", MENTORING_REMINDERS),
    SLOT_OFFERED("Update", "mentoring", MENTORING_REQUESTS),
    FOLLOWED("Follow", "follow", NEW_FOLLOWER),
    FOLLOW_ASKED("Follow", "follow", NEW_FOLLOWER),
    FOLLOW_ACCEPTED("Accept", "follow", NEW_FOLLOWER),
    MENTIONED("Create", "mention", MENTIONS),
    ANSWERED("Create", "mention", MENTIONS),
    MESSAGED("Create", "message", DIRECT_MESSAGES),
    LIKED("Like", "mention", REACTIONS),
    BOOSTED("Announce", "mention", REACTIONS),
    POLL_ENDED("Update", "mention", REACTIONS),
    LISTED("Create", "follow", LISTS),
    PROFILE_APPROVED("Accept", "system", PROFILE),
    PROFILE_DECLINED("Reject", "system", PROFILE),
    PROFILE_SUSPENDED("Delete", "system", MODERATION),
    PROFILE_RESTORED("Undo", "system", MODERATION),
    PROFILE_LINK_ASKED("Invite", "system", PROFILE),
    PROFILE_LINK_ACCEPTED("Accept", "system", PROFILE),
    ACCOUNT_LINKED("Update", "system", SECURITY),
    ACCOUNT_UNLINKED("Update", "system", SECURITY),
    ADDRESSES_CHANGED("Update", "system", SECURITY),
    EMAIL_CHANGED("Update", "system", SECURITY),
    EMAIL_CHANGE_UNDONE("Undo", "system", SECURITY),
    ADMIN_GRANTED("Update", "system", SECURITY),
    ADMIN_REVOKED("Update", "system", SECURITY),
    ANNOUNCED("Create", "system", SYSTEM_ANNOUNCEMENTS);

    private static final Set<String> KEPT_FOR_EVER = Set.of("Invite", "Accept", "Reject");
    private static final Set<String> KEPT_LONG = Set.of("article", "coauthor", "review", "mentoring");
    private static final int LONG = 90;
    private static final int SHORT = 30;

    private final String type;
    private final String context;
    private final Category category;

    NoticeKind(String type, String context, Category category) {
        this.type = type;
        this.context = context;
        this.category = category;
    }

    /** As it is stored, and as the texts know it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String type() {
        return type;
    }

    public String context() {
        return context;
    }

    public Category category() {
        return category;
    }

    /**
     * Whether the service where it happens writes about it itself: mentoring-service does, with an entry for the calendar,
     * profile-service with the reason, and ops-service to the former address.
     */
    boolean hasOwnLetter() {
        return switch (this) {
            case SESSION_REQUESTED,
                    SESSION_ACCEPTED,
                    SESSION_DECLINED,
                    SESSION_CANCELLED,
                    SESSION_EXPIRING,
                    SESSION_EXPIRED,
                    SESSION_PROPOSED,
                    SESSION_RESCHEDULED,
                    SESSION_MISSED,
                    SESSION_REMINDER,
                    SESSION_FEEDBACK,
                    PROFILE_APPROVED,
                    PROFILE_DECLINED,
                    PROFILE_SUSPENDED,
                    PROFILE_RESTORED,
                    EMAIL_CHANGED -> true;
            default -> false;
        };
    }

    /** For how many days it is kept; 0 for ever: questions and their answers are a record of what was agreed. */
    public int days() {
        if (KEPT_FOR_EVER.contains(type)) {
            return 0;
        }
        return KEPT_LONG.contains(context) ? LONG : SHORT;
    }
}
