package club.panamia.engagement.notice;

import java.util.Arrays;
import java.util.Optional;

/** What people can say yes or no to, by the names that the account's page has for it. Some things nobody can decline. */
public enum Category {
    COAUTHOR_INVITES("coauthorInvites", true),
    REVIEW_REQUESTS("reviewRequests", true),
    REVISION_NEEDED("revisionNeeded", true),
    ARTICLE_PUBLISHED("articlePublished", true),
    ARTICLE_REPLIES("articleReplies", true),
    MENTORING_REQUESTS("mentoringRequests", true),
    MENTORING_REMINDERS("mentoringReminders", true),
    NEW_FOLLOWER("newFollower", true),
    MENTIONS("mentions", true),
    REACTIONS("reactions", true),
    DIRECT_MESSAGES("directMessages", true),
    LISTS("lists", true),
    PROFILE("profile", true),
    SYSTEM_ANNOUNCEMENTS("systemAnnouncements", true),
    MODERATION("moderation", false),
    SECURITY("security", false);

    private final String label;
    private final boolean optional;

    Category(String label, boolean optional) {
        this.label = label;
        this.optional = optional;
    }

    public String label() {
        return label;
    }

    public boolean optional() {
        return optional;
    }

    public static Optional<Category> of(String label) {
        return Arrays.stream(values())
                .filter(category -> category.label.equals(label))
                .findFirst();
    }
}
