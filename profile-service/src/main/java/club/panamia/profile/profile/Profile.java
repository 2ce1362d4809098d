package club.panamia.profile.profile;

import static club.panamia.profile.profile.ProfileProblem.ALREADY_CLAIMED;
import static club.panamia.profile.profile.ProfileProblem.NOT_CLAIMED;
import static club.panamia.profile.profile.ProfileProblem.SUSPENDED;

import club.panamia.kernel.id.SortableId;
import club.panamia.kernel.identity.Actor;
import club.panamia.profile.section.ProfileContent;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A person as the community may find them. Others see it once somebody else has approved it. Columns that other services own,
 * or that nobody writes yet, are not mapped.
 */
@Entity
@Table(name = "profiles")
@DynamicUpdate
public class Profile {

    @Id
    @SortableId
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    /** Null while nobody has claimed an imported profile. */
    @Nullable
    @Column(name = "user_id", columnDefinition = "text")
    String userId;

    /** Private; null once the profile is scrubbed. */
    @Nullable
    @Column(columnDefinition = "text", updatable = false)
    String email;

    @Embedded
    Standing standing = new Standing();

    @Embedded
    Grants grants = new Grants();

    @Column(name = "mail_locale", columnDefinition = "text")
    String mailLocale = "en";

    @Embedded
    Said said = new Said();

    protected Profile() {}

    /** Its owner handed it in for review. */
    public record Submitted(String profileId, @Nullable String userId, int version) implements ProfileStep {
        @Override
        public String type() {
            return "profile.profile.submitted";
        }

        @Override
        public Step step() {
            return Step.of(Step.Kind.SUBMITTED);
        }
    }

    /** It is in the directory from now on. */
    public record Approved(String profileId, @Nullable String userId, int version) implements ProfileStep {
        @Override
        public String type() {
            return "profile.profile.approved";
        }

        @Override
        public Step step() {
            return Step.of(Step.Kind.APPROVED);
        }
    }

    /** Begins a person's profile: a draft that nobody else sees, under the address that they have proven. */
    public static Profile draft(Actor owner, String provenAddress, ProfileContent content) {
        var profile = new Profile();
        profile.userId = owner.userId();
        profile.email = provenAddress;
        profile.said = Said.of(content);
        return profile;
    }

    /** Says something else, if it is something else: in every state, for a reviewer sees which version they decide on. */
    public Optional<Said.Changed> change(ProfileContent content) {
        return said.rewrite(content) ? Optional.of(new Said.Changed(id, userId, nextVersion())) : Optional.empty();
    }

    /** What its owner has said so far. */
    public ProfileContent content() {
        return said.content();
    }

    /** Hands a draft, or one that was declined, to the reviewers. */
    public Submitted submit(Instant now) {
        standing.submit(now);
        return new Submitted(id, userId, nextVersion());
    }

    /** Puts a submitted profile into the directory. */
    public Approved approve(Actor reviewer, Instant now) {
        standing.approve(reviewer, now);
        return new Approved(id, userId, nextVersion());
    }

    /** Gives a submitted profile back to its owner, with the reason why. */
    public Standing.Declined decline(Actor reviewer, String reason, Instant now) {
        standing.decline(reviewer, reason, now);
        return new Standing.Declined(id, userId, nextVersion(), Step.because(Step.Kind.DECLINED, reason));
    }

    /** Takes it out of sight, whatever it was. */
    public Standing.Suspended suspend(Actor admin, String reason, Instant now) {
        standing.suspend(admin, reason, now);
        return new Standing.Suspended(id, userId, nextVersion(), Step.because(Step.Kind.SUSPENDED, reason));
    }

    /** Ends a suspension. */
    public Standing.Restored restore(Actor admin, Instant now) {
        standing.restore(admin, now);
        return new Standing.Restored(id, userId, standing.status(), nextVersion());
    }

    /** Switches it off for others, or on again as far as reviewers allow; nothing where that is so already. */
    public Optional<Standing.Switched> hide(boolean hidden) {
        return standing.hide(hidden)
                ? Optional.of(new Standing.Switched(id, userId, hidden, nextVersion()))
                : Optional.empty();
    }

    /** Ends it. A suspended one stays, so that nobody begins anew by deleting. */
    public Ownership.Deleted delete() {
        if (standing.status() == Status.SUSPENDED) {
            throw SUSPENDED.because("Write to hola@panamia.club.");
        }
        return new Ownership.Deleted(id, userId, version);
    }

    /** Gives or takes a badge; nothing where that is so already. */
    public Optional<Grants.BadgeChanged> change(Badge badge, boolean held, Actor admin, Instant now) {
        requireOwner();
        return grants.change(badge, held, admin, now)
                ? Optional.of(new Grants.BadgeChanged(id, userId, badge, held, nextVersion()))
                : Optional.empty();
    }

    /** Gives or takes a role; nothing where that is so already. */
    public Optional<Grants.RoleChanged> change(ScopedRole role, boolean held) {
        requireOwner();
        return grants.change(role, held)
                ? Optional.of(new Grants.RoleChanged(id, userId, role, held, nextVersion()))
                : Optional.empty();
    }

    /** Gives an unclaimed profile to a person, with nothing that was granted to somebody else; nothing if it is theirs. */
    public Optional<Ownership.Claimed> handTo(String person, Step.Kind how) {
        if (person.equals(userId)) {
            return Optional.empty();
        }
        if (userId != null) {
            throw ALREADY_CLAIMED.because("Release it first.");
        }
        userId = person;
        grants.clear();
        return Optional.of(new Ownership.Claimed(id, person, nextVersion(), Step.about(how, person)));
    }

    /** Takes it from its person, with all that was granted to them; nothing where it belongs to nobody. */
    public Optional<Ownership.Released> release() {
        var former = userId;
        if (former == null) {
            return Optional.empty();
        }
        userId = null;
        grants.clear();
        return Optional.of(new Ownership.Released(id, former, nextVersion()));
    }

    private void requireOwner() {
        if (userId == null) {
            throw NOT_CLAIMED.because("Badges and roles belong to a person.");
        }
    }

    /** In which language its owner gets mail. */
    public void speak(String locale) {
        mailLocale = locale;
    }

    /** The version that the change at hand will have. */
    private int nextVersion() {
        return version + 1;
    }

    public String id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String mailLocale() {
        return mailLocale;
    }

    public @Nullable String userId() {
        return userId;
    }

    public String name() {
        return said.name;
    }

    public Grants grants() {
        return grants;
    }

    public @Nullable String email() {
        return email;
    }

    public Standing standing() {
        return standing;
    }
}
