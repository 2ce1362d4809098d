package club.panamia.profile.link;

import static club.panamia.profile.link.LinkProblem.ALREADY_ASKED;
import static club.panamia.profile.link.LinkProblem.ALREADY_LINKED;
import static club.panamia.profile.link.LinkProblem.NOBODY_ASKED;
import static club.panamia.profile.link.LinkProblem.NOT_IN_DIRECTORY;
import static club.panamia.profile.link.LinkProblem.NO_SUCH_LINK;
import static club.panamia.profile.link.LinkProblem.TOO_MANY_LINKS;
import static club.panamia.profile.profile.ProfileProblem.NO_SUCH_PROFILE;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.json.JsonList;
import club.panamia.profile.link.Link.State;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

/** A profile as one end of links: the same row as the profile, and no more of it than links need. */
@Entity
@Table(name = "profiles")
@DynamicUpdate
class LinkedProfile {

    /** In each state: so many that are shown, that wait for others and that others wait for. */
    static final int MOST = 20;

    @Id
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    @Nullable
    @Column(name = "user_id", columnDefinition = "text", updatable = false)
    String userId;

    @Column(updatable = false)
    boolean active;

    @Column(name = "linked_profiles", columnDefinition = "jsonb")
    @JdbcType(JsonList.class)
    List<Link> links;

    protected LinkedProfile() {}

    /** One profile's owner would like to be shown beside the other. */
    record Asked(
            String profileId,
            @Nullable String userId,
            String otherProfileId,
            @Nullable String otherUserId) implements DomainEvent {
        @Override
        public String type() {
            return "profile.link.asked";
        }
    }

    /** Both want it: from now on each is shown beside the other. */
    record Accepted(
            String profileId,
            @Nullable String userId,
            String otherProfileId,
            @Nullable String otherUserId) implements DomainEvent {
        @Override
        public String type() {
            return "profile.link.accepted";
        }
    }

    /** Declined, withdrawn or taken back: which of them, {@code state} tells, as the one who ended it saw it before. */
    record Ended(
            String profileId,
            @Nullable String userId,
            String otherProfileId,
            @Nullable String otherUserId,
            String state)
            implements DomainEvent {
        @Override
        public String type() {
            return "profile.link.ended";
        }
    }

    /** Asks the other's owner; both profiles must be in the directory. */
    Asked ask(LinkedProfile other, Instant now) {
        if (!active) {
            throw NOT_IN_DIRECTORY.because("Links show in the directory; hand your profile in first.");
        }
        if (!other.active || other.userId == null) {
            throw NO_SUCH_PROFILE.because("Nobody who could agree shows a profile with this id.");
        }
        var known = to(other);
        if (known.isPresent()) {
            throw known.get().state() == State.ACCEPTED
                    ? ALREADY_LINKED.because(
                            "You are linked since %s.".formatted(known.get().since()))
                    : ALREADY_ASKED.because("One of you has asked; it is the other's turn.");
        }
        put(other, State.ASKED, now);
        other.put(this, State.RECEIVED, now);
        return new Asked(id, userId, other.id, other.userId);
    }

    /** Agrees to what the other's owner has asked for. */
    Accepted accept(LinkedProfile other, Instant now) {
        var known = to(other).orElseThrow(LinkedProfile::none);
        switch (known.state()) {
            case ACCEPTED -> throw ALREADY_LINKED.because("You are linked since %s.".formatted(known.since()));
            case ASKED -> throw NOBODY_ASKED.because("You have asked; it is the other's turn.");
            case RECEIVED -> {}
        }
        put(other, State.ACCEPTED, now);
        other.put(this, State.ACCEPTED, now);
        return new Accepted(id, userId, other.id, other.userId);
    }

    /** Ends it at both ends, whatever it has come to. */
    Ended end(LinkedProfile other) {
        var known = to(other).orElseThrow(LinkedProfile::none);
        links = without(other);
        other.links = other.without(this);
        return new Ended(id, userId, other.id, other.userId, known.state().label);
    }

    private Optional<Link> to(LinkedProfile other) {
        return links.stream().filter(link -> link.profileId().equals(other.id)).findFirst();
    }

    private void put(LinkedProfile other, State state, Instant now) {
        var next = without(other);
        if (next.stream().filter(link -> link.state() == state).count() >= MOST) {
            throw TOO_MANY_LINKS.because("A profile has at most %d links that are %s.".formatted(MOST, state.label));
        }
        next.add(new Link(other.id, state, now));
        links = next;
    }

    private List<Link> without(LinkedProfile other) {
        var rest = new ArrayList<>(links);
        rest.removeIf(link -> link.profileId().equals(other.id));
        return rest;
    }

    private static RuntimeException none() {
        return NO_SUCH_LINK.because("Nobody has asked for this link, or it has ended.");
    }
}
