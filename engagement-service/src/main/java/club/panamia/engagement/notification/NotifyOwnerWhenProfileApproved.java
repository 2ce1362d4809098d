package club.panamia.engagement.notification;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.settings.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The owner hears that their profile is in the directory; from the house, not from the administrator who decided. */
@ApplicationScoped
class NotifyOwnerWhenProfileApproved implements EventHandler {

    /** Only what is read here. Nobody owns a profile that was imported and not claimed yet. */
    record ProfileApproved(String profileId, @Nullable String userId) {}

    private final Notifications notifications;
    private final String profilePath;

    NotifyOwnerWhenProfileApproved(Notifications notifications, Settings settings) {
        this.notifications = notifications;
        this.profilePath = settings.profilePath();
    }

    @Override
    public String type() {
        return "profile.profile.approved";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var approved = event.as(ProfileApproved.class);
        var owner = approved.userId();
        return owner == null
                ? Uni.createFrom().voidItem()
                : notifications.tell(owner, inTheDirectory(approved.profileId()), event);
    }

    private Notice inTheDirectory(String profileId) {
        return new Notice(
                "Accept", "system", "profile", profileId, profilePath, "Your profile is in the directory now.");
    }
}
