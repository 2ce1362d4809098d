package club.panamia.profile.letter;

import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.settings.Settings;
import club.panamia.profile.profile.Ownership;
import club.panamia.profile.profile.Profile;
import club.panamia.profile.profile.Profiles;
import club.panamia.profile.profile.Standing;
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
        return linkTo(profile.userId())
                .chain(link -> post(
                        "profile-published", profile, event.version(), link == null ? Map.of() : Map.of("link", link)));
    }

    public Uni<Void> notPublished(Profile profile, Standing.Declined event, String reason) {
        return post("profile-not-published", profile, event.version(), Map.of("reason", reason));
    }

    public Uni<Void> suspended(Profile profile, Standing.Suspended event, String reason) {
        return post("profile-suspended", profile, event.version(), Map.of("reason", reason));
    }

    public Uni<Void> restored(Profile profile, Standing.Restored event) {
        return post("profile-restored", profile, event.version(), Map.of());
    }

    /** Tells the profile's own address and that of its new person's account; one mail where they are the same. */
    public Uni<Void> claimed(Profile profile, Ownership.Claimed event) {
        return both("profile-claimed", profile, event.userId(), event.version());
    }

    /** Tells the profile's own address and that of its former person's account. */
    public Uni<Void> released(Profile profile, Ownership.Released event) {
        return both("profile-released", profile, event.userId(), event.version());
    }

    public Uni<Void> deleted(Profile profile, Ownership.Deleted event) {
        return post("profile-deleted", profile, event.version(), Map.of());
    }

    private Uni<Void> both(String template, Profile profile, String person, int version) {
        return post(template, profile, version, Map.of())
                .chain(() -> profiles.accountAddressOf(person))
                .chain(account -> account == null || account.equalsIgnoreCase(profile.email())
                        ? Uni.createFrom().voidItem()
                        : post(account, template, profile, version + ":account", Map.of()));
    }

    private Uni<Void> post(String template, Profile profile, int version, Map<String, String> more) {
        var recipient = profile.email();
        return recipient == null
                ? Uni.createFrom().voidItem()
                : post(recipient, template, profile, String.valueOf(version), more);
    }

    private Uni<Void> post(String to, String template, Profile profile, String occasion, Map<String, String> more) {
        var params = new HashMap<>(more);
        params.put("name", profile.name());
        var key = "%s:%s:%s".formatted(template, profile.id(), occasion);
        return outbox.post(new Mail(
                template, to, profile.mailLocale(), params, key, clock.instant().plus(WORTH_SENDING)));
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
