package club.panamia.engagement.points.deed;

import club.panamia.kernel.event.EventHandler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which events are deeds. */
@Singleton
class Deeds {

    private final Credits credits;

    Deeds(Credits credits) {
        this.credits = credits;
    }

    @Produces
    @Singleton
    EventHandler registered() {
        return new CreditDeed("auth.user.registered", Deed.USER_SIGNUP, credits);
    }

    @Produces
    @Singleton
    EventHandler submitted() {
        return new CreditDeed("profile.profile.submitted", Deed.PROFILE_SIGNUP, credits);
    }

    @Produces
    @Singleton
    EventHandler reading() {
        return new CreditDeed("ops.newsletter.confirmed", Deed.NEWSLETTER_SIGNUP, credits);
    }
}
