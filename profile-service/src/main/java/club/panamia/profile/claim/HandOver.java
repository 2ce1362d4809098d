package club.panamia.profile.claim;

import club.panamia.kernel.identity.Actor;
import club.panamia.profile.letter.MailLocale;
import club.panamia.profile.letter.OwnersMail;
import club.panamia.profile.profile.Chronicle;
import club.panamia.profile.profile.Ownership;
import club.panamia.profile.profile.Profile;
import club.panamia.profile.profile.Profiles;
import club.panamia.profile.profile.Step;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Gives a profile to a person and tells both addresses, once: by a claim, or by an administrator. */
@ApplicationScoped
class HandOver {

    private final Profiles profiles;
    private final Chronicle chronicle;
    private final OwnersMail mail;

    HandOver(Profiles profiles, Chronicle chronicle, OwnersMail mail) {
        this.profiles = profiles;
        this.chronicle = chronicle;
        this.mail = mail;
    }

    /** In the caller's transaction, which holds the lock on the row. */
    Uni<Void> to(String person, Profile profile, Actor actor, Step.Kind how, @Nullable String languages) {
        return profile.handTo(person, how)
                .map(claimed -> tell(actor, profile, claimed, languages))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(Actor actor, Profile profile, Ownership.Claimed claimed, @Nullable String languages) {
        if (languages != null) {
            profile.speak(MailLocale.of(languages));
        }
        return profiles.flush()
                .chain(() -> chronicle.record(actor, claimed))
                .chain(() -> mail.claimed(profile, claimed));
    }
}
