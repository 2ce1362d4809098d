package club.panamia.mentoring.session;

import static club.panamia.mentoring.session.SessionProblem.NOT_NOW;
import static club.panamia.mentoring.session.SessionProblem.NOT_YOUR_PART;
import static club.panamia.mentoring.session.SessionProblem.TOO_MANY_MOVES;
import static club.panamia.mentoring.state.Part.MENTEE;
import static club.panamia.mentoring.state.Part.MENTOR;
import static club.panamia.mentoring.state.Part.SYSTEM;

import club.panamia.kernel.id.Ids;
import club.panamia.kernel.id.SortableId;
import club.panamia.kernel.identity.Actor;
import club.panamia.mentoring.session.SessionStep.Step;
import club.panamia.mentoring.slot.Stretch;
import club.panamia.mentoring.state.Moment;
import club.panamia.mentoring.state.Part;
import club.panamia.mentoring.state.SessionAction;
import club.panamia.mentoring.state.SessionStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An hour, or another time, that a mentor gives to a mentee. Rights hang on the two user ids: the reference system's e-mail
 * columns are not mapped, and whether either has a profile does not matter.
 */
@Entity
@Table(name = "mentor_sessions")
@DynamicUpdate
public class MentorSession {

    private static final int MOST_MOVES = 3;

    @Id
    @SortableId
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    /** Names the session in links and rooms. */
    @Column(name = "session_id", columnDefinition = "text", updatable = false)
    String sessionId = Ids.next();

    /** Null once this person is gone; the other one keeps the record of an ended session. */
    @Nullable
    @Column(name = "mentor_user_id", columnDefinition = "text", updatable = false)
    String mentorUserId;

    @Nullable
    @Column(name = "mentee_user_id", columnDefinition = "text", updatable = false)
    String menteeUserId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(columnDefinition = "session_status")
    SessionStatus status = SessionStatus.PENDING;

    /** Plain text that the two share. */
    @Nullable
    @Column(columnDefinition = "text")
    String notes;

    @Embedded
    Wish wish = new Wish();

    @Embedded
    Timing timing = new Timing();

    /** Null as long as nothing has become of it: Hibernate reads an embeddable without any value so. */
    @Nullable
    @Embedded
    Outcome outcome;

    protected MentorSession() {}

    /** Asks a mentor for a session; what it is about and when has been checked. */
    public static MentorSession request(
            String mentorId, Actor mentee, Wish wish, Instant start, int minutes, Instant expiresAt) {
        var session = new MentorSession();
        session.mentorUserId = mentorId;
        session.menteeUserId = mentee.userId();
        session.wish = wish;
        session.timing = Timing.at(start, minutes, expiresAt);
        return session;
    }

    /** The first step of a new session. */
    public SessionStep requested() {
        return SessionStep.of(this, Step.REQUESTED, menteeUserId, version);
    }

    /** What this person does about it now. */
    public Dealing dealing(Actor actor, Instant now) {
        return new Dealing(this, actor, now);
    }

    /** The mentor takes the time, or has said before that nobody need ask. */
    public SessionStep accept(Optional<Actor> mentor, Instant now) {
        status = SessionStatus.SCHEDULED;
        outcome().acceptedAt = now;
        return step(Step.ACCEPTED, mentor.map(Actor::userId).orElse(null));
    }

    /** Ends a request that nobody has answered in time. */
    public SessionStep expire(Instant now) {
        status = SessionStatus.CANCELLED;
        outcome().cancel(null, SYSTEM, "Nobody answered in time.", now);
        return step(Step.EXPIRED, null);
    }

    /** Ends what nobody has ended: held when both came, else missed. */
    public SessionStep close(Instant now) {
        timing.dropProposal();
        var missing = outcome().missing();
        if (missing == null) {
            return complete(null, now);
        }
        status = SessionStatus.CANCELLED;
        outcome().miss(missing, null, SYSTEM, now);
        return step(Step.NO_SHOW, null);
    }

    SessionStep complete(@Nullable String by, Instant now) {
        status = SessionStatus.COMPLETED;
        outcome().completedAt = now;
        return step(Step.COMPLETED, by);
    }

    /** Somebody is to be reminded of it, or asked how it was. */
    public SessionStep due(Step step, @Nullable Integer minutes) {
        return SessionStep.of(this, step, null, version).before(minutes);
    }

    SessionStep step(Step step, @Nullable String actorId) {
        return SessionStep.of(this, step, actorId, version + 1);
    }

    /** What somebody is to it. */
    public Part partOf(Actor actor) {
        if (actor.userId().equals(mentorUserId)) {
            return MENTOR;
        }
        if (actor.userId().equals(menteeUserId)) {
            return MENTEE;
        }
        return Part.moderates(actor) ? Part.MODERATOR : Part.OUTSIDER;
    }

    /** What the two write down together, for one of them. */
    public Notebook notebook(Actor actor, Instant now) {
        return new Notebook(this, actor, now);
    }

    /** Refuses whoever is not the mentor or the mentee, such as a moderator. */
    public void requireOneOfTheTwo(Actor actor) {
        if (!partOf(actor).takesPart()) {
            throw NOT_YOUR_PART.because("This is between the two.");
        }
    }

    /** Refuses to judge what was not held. */
    public void requireHeld() {
        if (status != SessionStatus.COMPLETED) {
            throw NOT_NOW.because("Only a session that was held is judged.").with("sessionStatus", status.label());
        }
    }

    /** Refuses what is for others, or for another time or state. */
    public void permit(SessionAction action, Actor actor, Instant now) {
        var part = partOf(actor);
        var moment = moment(now);
        if (!action.isFor(part)) {
            throw NOT_YOUR_PART
                    .because("It is for others to do this.")
                    .with("allowedActions", SessionAction.allowed(part, moment));
        }
        if (!action.isAllowed(part, moment)) {
            throw NOT_NOW.because("It is %s; 'allowedActions' says what you can do.".formatted(status.label()))
                    .with("sessionStatus", status.label())
                    .with("allowedActions", SessionAction.allowed(part, moment));
        }
    }

    void requireMovable() {
        if (timing.reschedules >= MOST_MOVES) {
            throw TOO_MANY_MOVES.because("Call it off, and book anew.");
        }
    }

    /** For who writes to it; whoever reads asks for the field, which is written only where it is. */
    Outcome outcome() {
        if (outcome == null) {
            outcome = new Outcome();
        }
        return outcome;
    }

    public Moment moment(Instant now) {
        return new Moment(
                status,
                timing.scheduledAt,
                timing.endsAt,
                timing.requestExpiresAt,
                timing.proposedBy,
                timing.proposedAt,
                now);
    }

    public String id() {
        return id;
    }

    public String sessionId() {
        return sessionId;
    }

    public int version() {
        return version;
    }

    public @Nullable String mentorId() {
        return mentorUserId;
    }

    public @Nullable String menteeId() {
        return menteeUserId;
    }

    public Instant startsAt() {
        return timing.scheduledAt;
    }

    public Stretch stretch() {
        return new Stretch(timing.scheduledAt, timing.endsAt);
    }
}
