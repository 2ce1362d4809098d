package club.panamia.profile.profile;

import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.settings.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the owner of a profile hears about its review; one mail per step and version, however often it is asked for. */
@ApplicationScoped
public class OwnersMail {

    private static final Duration WORTH_SENDING = Duration.ofDays(7);

    private final MailOutbox outbox;
    private final Profiles profiles;
    private final Settings settings;
    private final Clock clock;

    OwnersMail(MailOutbox outbox, Profiles profiles, Settings settings, Clock clock) {
        this.outbox = outbox;
        this.profiles = profiles;
        this.settings = settings;
        this.clock = clock;
    }

    public Uni<Void> submitted(Profile profile, Profile.Submitted event) {
        return post("profile-submitted", profile, event.version(), Map.of());
    }

    /** With a link to the profile, where its owner has chosen a screenname. */
    public Uni<Void> published(Profile profile, Profile.Approved event) {
        return linkTo(profile.userId)
                .chain(link -> post(
                        "profile-published", profile, event.version(), link == null ? Map.of() : Map.of("link", link)));
    }

    public Uni<Void> notPublished(Profile profile, Profile.Declined event, String reason) {
        return post("profile-not-published", profile, event.version(), Map.of("reason", reason));
    }

    private Uni<Void> post(String template, Profile profile, int version, Map<String, String> more) {
        var recipient = profile.email;
        if (recipient == null) {
            return Uni.createFrom().voidItem();
        }
        var params = new HashMap<>(more);
        params.put("name", profile.name);
        var key = "%s:%s:%d".formatted(template, profile.id, version);
        return outbox.post(
                new Mail(template, recipient, "en", params, key, clock.instant().plus(WORTH_SENDING)));
    }

    private Uni<@Nullable String> linkTo(@Nullable String userId) {
        return userId == null
                ? Uni.createFrom().nullItem()
                : profiles.screennameOf(userId).map(this::profilePage);
    }

    private @Nullable String profilePage(@Nullable String screenname) {
        return screenname == null
                ? null
                : settings.publicUrl() + settings.profilePath().replace("{screenname}", screenname);
    }
}
