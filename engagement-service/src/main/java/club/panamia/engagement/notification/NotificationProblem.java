package club.panamia.engagement.notification;

import club.panamia.kernel.problem.ProblemType;

/** Everything about a notification that can be refused. */
public enum NotificationProblem implements ProblemType {
    NO_SUCH_NOTIFICATION(404, "no-such-notification", "There is no such notification");

    private final Kind kind;

    NotificationProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
