package club.panamia.engagement.notification;

import java.util.Locale;

/** Which of a person's notifications are asked for; what has expired is in none of them. */
public enum NotificationState {
    ALL("n.archived_at IS NULL"),
    UNREAD("NOT n.read AND n.archived_at IS NULL"),
    ARCHIVED("n.archived_at IS NOT NULL");

    private final String condition;

    NotificationState(String condition) {
        this.condition = condition;
    }

    /** SQL over the notification {@code n}. */
    public String condition() {
        return condition;
    }

    static NotificationState of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
