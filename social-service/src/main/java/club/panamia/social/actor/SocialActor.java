package club.panamia.social.actor;

import club.panamia.kernel.id.SortableId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who speaks in the fediverse (ActivityPub, section 4.1): a profile of ours, or an actor of another server. The counts
 * are kept by the rows that they count, so they are not mapped.
 */
@Entity
@Table(name = "social_actors")
@DynamicUpdate
class SocialActor {

    @Id
    @SortableId
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    @Column(columnDefinition = "text")
    String username;

    @Column(columnDefinition = "text")
    String domain;

    /** Null for an actor of another server, and for one of ours whose profile is gone. */
    @Nullable
    @Column(name = "profile_id", columnDefinition = "text", updatable = false)
    String profileId;

    @Column(columnDefinition = "text")
    String uri;

    @Column(columnDefinition = "text")
    String type;

    @Column(name = "inbox_url", columnDefinition = "text")
    String inboxUrl;

    @Column(name = "outbox_url", columnDefinition = "text")
    String outboxUrl;

    @Column(name = "followers_url", columnDefinition = "text")
    String followersUrl;

    @Column(name = "following_url", columnDefinition = "text")
    String followingUrl;

    @Nullable
    @Column(name = "shared_inbox_url", columnDefinition = "text")
    String sharedInboxUrl;

    /** SPKI in PEM; the private half is in no table of this schema. */
    @Column(name = "public_key", columnDefinition = "text")
    String publicKey;

    @Nullable
    @Column(columnDefinition = "text")
    String name;

    @Nullable
    @Column(columnDefinition = "text")
    String summary;

    @Nullable
    @Column(name = "icon_url", columnDefinition = "text")
    String iconUrl;

    @Nullable
    @Column(name = "header_url", columnDefinition = "text")
    String headerUrl;

    @Column(name = "manually_approves_followers")
    boolean manuallyApprovesFollowers;

    protected SocialActor() {}
}
