package club.panamia.mentoring.session;

import club.panamia.mentoring.state.Part;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When a session is, and when one of the two would rather have it. */
@Embeddable
class Timing {

    @Column(name = "scheduled_at")
    Instant scheduledAt = Instant.EPOCH;

    /** Minutes. */
    int duration;

    @Column(name = "ends_at")
    Instant endsAt = Instant.EPOCH;

    /** An unanswered request ends then. */
    @Nullable
    @Column(name = "request_expires_at")
    Instant requestExpiresAt;

    @Nullable
    @Column(name = "proposed_at")
    Instant proposedAt;

    @Nullable
    @Convert(converter = PartLabel.class)
    @Column(name = "proposed_by", columnDefinition = "text")
    Part proposedBy;

    int reschedules;

    /** Each edition of the invitation has a greater one (RFC 5545, section 3.8.7.4). */
    @Column(name = "ical_sequence")
    int icalSequence;

    protected Timing() {}

    static Timing at(Instant start, int minutes, Instant requestExpiresAt) {
        var timing = new Timing();
        timing.duration = minutes;
        timing.requestExpiresAt = requestExpiresAt;
        timing.begin(start);
        return timing;
    }

    void propose(Instant start, Part by) {
        proposedAt = start;
        proposedBy = by;
    }

    double secondsToProposal() {
        return proposedAt == null ? 0 : ChronoUnit.SECONDS.between(scheduledAt, proposedAt);
    }

    void dropProposal() {
        proposedAt = null;
        proposedBy = null;
    }

    void move(Instant start) {
        begin(start);
        dropProposal();
        reschedules++;
        icalSequence++;
    }

    private void begin(Instant start) {
        scheduledAt = start;
        endsAt = start.plus(duration, ChronoUnit.MINUTES);
    }
}
