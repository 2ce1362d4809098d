package club.panamia.engagement.points.deed;

/** What gives points, and how many. */
enum Deed {
    NEWSLETTER_SIGNUP("newsletter_signup", 0),
    USER_SIGNUP("user_signup", 10),
    PROFILE_SIGNUP("profile_signup", 50),
    DONATION_ONETIME("donation_onetime", 100),
    DONATION_MEMBERSHIP("donation_membership", 100);

    private final String label;
    private final int points;

    Deed(String label, int points) {
        this.label = label;
        this.points = points;
    }

    String label() {
        return label;
    }

    int points() {
        return points;
    }
}
