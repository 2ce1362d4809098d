package club.panamia.engagement.notification;

import club.panamia.kernel.problem.ProblemType;

/** Everything about a notification that can be refused. */
public enum NotificationProblem implements ProblemType {
    NO_SUCH_NOTIFICATION(404, "no-such-notification", "There is no such notification");

    private final int status;
    private final String slug;
    private final String title;

    NotificationProblem(int status, String slug, String title) {
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
