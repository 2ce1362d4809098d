package club.panamia.engagement.profile;

import club.panamia.engagement.notice.Notice;
import club.panamia.engagement.notice.NoticeKind;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.settings.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The owner hears that their profile is in the directory; from the house, not from the administrator who decided. */
@ApplicationScoped
class NotifyOwnerWhenProfileApproved implements EventHandler {

    /** Only what is read here. Nobody owns a profile that was imported and not claimed yet. */
    record ProfileApproved(String profileId, @Nullable String userId) {
        List<String> owner() {
            return Stream.ofNullable(userId).toList();
        }
    }

    private final Notices notices;
    private final String profilePath;

    NotifyOwnerWhenProfileApproved(Notices notices, Settings settings) {
        this.notices = notices;
        this.profilePath = settings.profilePath();
    }

    @Override
    public String type() {
        return "profile.profile.approved";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var approved = event.as(ProfileApproved.class);
        return notices.tellFromTheHouse(approved.owner(), inTheDirectory(approved.profileId()), event);
    }

    private Notice inTheDirectory(String profileId) {
        return Notice.about(NoticeKind.PROFILE_APPROVED, "profile", profileId).leadingTo(profilePath);
    }
}
