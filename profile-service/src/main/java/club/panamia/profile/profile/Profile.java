package club.panamia.profile.profile;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.id.SortableId;
import club.panamia.kernel.identity.Actor;
import club.panamia.profile.section.Address;
import club.panamia.profile.section.Category;
import club.panamia.profile.section.County;
import club.panamia.profile.section.Descriptions;
import club.panamia.profile.section.GenteDePana;
import club.panamia.profile.section.Hours;
import club.panamia.profile.section.LocallyBased;
import club.panamia.profile.section.ProfileContent;
import club.panamia.profile.section.Socials;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
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
    @Column(name = "user_id", columnDefinition = "text", updatable = false)
    String userId;

    /** Private; null once the profile is scrubbed. */
    @Nullable
    @Column(columnDefinition = "text", updatable = false)
    String email;

    @Column(columnDefinition = "text")
    String name;

    @Nullable
    @Column(name = "phone_number", columnDefinition = "text")
    String phoneNumber;

    @Nullable
    @Column(columnDefinition = "text")
    String pronouns;

    @Embedded
    Standing standing = new Standing();

    @Nullable
    @Enumerated(EnumType.STRING)
    @Column(name = "locally_based", columnDefinition = "text")
    LocallyBased locallyBased;

    @Column(name = "whatsapp_community")
    boolean whatsappCommunity;

    @Nullable
    @Embedded
    Address address;

    @JdbcTypeCode(SqlTypes.JSON)
    Descriptions descriptions;

    @JdbcTypeCode(SqlTypes.JSON)
    Socials socials;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, @Nullable Boolean> categories;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, @Nullable Boolean> counties;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    Hours hours;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    GenteDePana gentedepana;

    protected Profile() {}

    /** Its owner handed it in for review. */
    public record Submitted(String profileId, @Nullable String userId, int version) implements DomainEvent {
        @Override
        public String type() {
            return "profile.profile.submitted";
        }
    }

    /** It is in the directory from now on. */
    public record Approved(String profileId, @Nullable String userId, int version) implements DomainEvent {
        @Override
        public String type() {
            return "profile.profile.approved";
        }
    }

    /** It needs a change before it can be shown; why is between its owner and the reviewer. */
    public record Declined(String profileId, @Nullable String userId, int version) implements DomainEvent {
        @Override
        public String type() {
            return "profile.profile.declined";
        }
    }

    /** Begins a person's profile: a draft that nobody else sees, under the address that they have proven. */
    public static Profile draft(Actor owner, String provenAddress, ProfileContent content) {
        var profile = new Profile();
        profile.userId = owner.userId();
        profile.email = provenAddress;
        profile.rewrite(content);
        return profile;
    }

    /** Says all of it anew. Its owner may do so in every state; a reviewer sees which version they decide on. */
    public void rewrite(ProfileContent content) {
        name = content.name();
        phoneNumber = content.phoneNumber();
        pronouns = content.pronouns();
        locallyBased = content.locallyBased();
        whatsappCommunity = content.whatsappCommunity();
        address = content.address();
        descriptions = content.descriptions();
        socials = content.socials();
        categories = Category.VOCABULARY.chosen(content.categories());
        counties = County.VOCABULARY.chosen(content.counties());
        hours = content.hours();
        gentedepana = content.gentedepana();
    }

    /** What its owner has said so far. */
    public ProfileContent content() {
        return new ProfileContent(
                name,
                phoneNumber,
                pronouns,
                locallyBased,
                whatsappCommunity,
                descriptions,
                socials,
                Category.VOCABULARY.chosen(categories),
                County.VOCABULARY.chosen(counties),
                address,
                hours,
                gentedepana);
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
    public Declined decline(Actor reviewer, String reason, Instant now) {
        standing.decline(reviewer, reason, now);
        return new Declined(id, userId, nextVersion());
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

    public @Nullable String email() {
        return email;
    }

    public Standing standing() {
        return standing;
    }
}
