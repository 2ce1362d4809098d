package club.panamia.kernel.identity;

/** The roles that endpoints may ask for. Every signed-in person who is not locked is a member. */
public final class Roles {

    public static final String MEMBER = "member";
    public static final String ADMIN = "admin";
    public static final String CONTENT_MODERATOR = "content-moderator";
    public static final String MENTORING_MODERATOR = "mentoring-moderator";
    public static final String EVENT_ORGANIZER = "event-organizer";

    private Roles() {}
}
