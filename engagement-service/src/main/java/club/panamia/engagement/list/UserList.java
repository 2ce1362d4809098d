package club.panamia.engagement.list;

import static club.panamia.engagement.list.ListProblem.LIST_IS_FULL;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.id.SortableId;
import club.panamia.kernel.identity.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A list that somebody keeps. Whatever changes on it, its members included, is a new version. */
@Entity
@Table(name = "user_lists")
@DynamicUpdate
public class UserList {

    private static final int MOST_MEMBERS = 500;

    @Id
    @SortableId
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    @Column(name = "owner_id", columnDefinition = "text", updatable = false)
    String ownerId;

    @Column(columnDefinition = "text")
    String name;

    /** What stands for it in an address beside its owner; nothing where the name has no Latin letter or digit. */
    @Nullable
    @Column(columnDefinition = "text")
    String slug;

    @Nullable
    @Column(columnDefinition = "text")
    String description;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(columnDefinition = "list_visibility")
    Visibility visibility;

    @Column(name = "member_count")
    int memberCount;

    @Column(name = "created_at", insertable = false, updatable = false)
    Instant createdAt;

    protected UserList() {}

    /** A list is there, is seen by others than before, or is called otherwise. */
    public record Changed(String listId, String ownerId, String visibility) implements DomainEvent {
        @Override
        public String type() {
            return "engagement.list.changed";
        }
    }

    /** A list is gone. */
    public record Deleted(String listId, String ownerId, String visibility) implements DomainEvent {
        @Override
        public String type() {
            return "engagement.list.deleted";
        }
    }

    /** People stand on a list now. */
    public record PeopleAdded(String listId, String ownerId, List<String> userIds, String visibility)
            implements DomainEvent {
        @Override
        public String type() {
            return "engagement.list.people-added";
        }
    }

    static UserList begin(Actor owner, ListDraft draft) {
        var list = new UserList();
        list.ownerId = owner.userId();
        list.say(draft);
        return list;
    }

    /** Says it anew, all of it. */
    Changed change(ListDraft draft) {
        say(draft);
        return changed();
    }

    private void say(ListDraft draft) {
        name = draft.name();
        slug = draft.slug();
        description = draft.description();
        visibility = draft.visibility();
    }

    Changed changed() {
        return new Changed(id, ownerId, visibility.label());
    }

    Deleted deleted() {
        return new Deleted(id, ownerId, visibility.label());
    }

    /** Counts {@code more} members, or fewer; there is an end to it. */
    public void grow(int more) {
        requireRoom(more);
        memberCount += more;
    }

    /** Refuses more than it can hold. */
    public void requireRoom(int more) {
        if (memberCount + more > MOST_MEMBERS) {
            throw LIST_IS_FULL.because("A list holds %d; take something off first.".formatted(MOST_MEMBERS));
        }
    }

    public PeopleAdded peopleAdded(List<String> userIds) {
        return new PeopleAdded(id, ownerId, userIds, visibility.label());
    }

    public String id() {
        return id;
    }

    public int version() {
        return version;
    }

    boolean isOf(Actor actor) {
        return ownerId.equals(actor.userId());
    }
}
