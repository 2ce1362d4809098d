package club.panamia.mentoring.session;

import club.panamia.mentoring.state.Part;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a session: who came, and how it ended. */
@Embeddable
class Outcome {

    @Nullable
    @Column(name = "accepted_at")
    Instant acceptedAt;

    @Nullable
    @Column(name = "started_at")
    Instant startedAt;

    @Nullable
    @Column(name = "mentor_joined_at")
    Instant mentorJoinedAt;

    @Nullable
    @Column(name = "mentee_joined_at")
    Instant menteeJoinedAt;

    @Nullable
    @Column(name = "completed_at")
    Instant completedAt;

    @Nullable
    @Column(name = "no_show_by", columnDefinition = "text")
    String noShowBy;

    @Nullable
    @Column(name = "no_show_at")
    Instant noShowAt;

    @Nullable
    @Column(name = "cancelled_at")
    Instant cancelledAt;

    @Nullable
    @Column(name = "cancelled_by_user_id", columnDefinition = "text")
    String cancelledByUserId;

    @Nullable
    @Convert(converter = PartLabel.class)
    @Column(name = "cancelled_role", columnDefinition = "text")
    Part cancelledRole;

    @Nullable
    @Column(name = "cancel_reason", columnDefinition = "text")
    String cancelReason;

    @Nullable
    @Column(name = "declined_at")
    Instant declinedAt;

    @Nullable
    @Column(name = "decline_reason", columnDefinition = "text")
    String declineReason;

    Outcome() {}

    void join(Part part, Instant now) {
        startedAt = startedAt == null ? now : startedAt;
        if (part == Part.MENTOR) {
            mentorJoinedAt = mentorJoinedAt == null ? now : mentorJoinedAt;
        } else {
            menteeJoinedAt = menteeJoinedAt == null ? now : menteeJoinedAt;
        }
    }

    void cancel(@Nullable String by, Part role, String reason, Instant now) {
        cancelledAt = now;
        cancelledByUserId = by;
        cancelledRole = role;
        cancelReason = reason;
    }

    /** A session to which not both came is called off afterwards, and says by whom it was missed. */
    void miss(String missing, @Nullable String by, Part role, Instant now) {
        noShowBy = missing;
        noShowAt = now;
        cancel(by, role, "Not everybody came.", now);
    }

    /** Who has not come; null when both have. */
    @Nullable
    String missing() {
        if (mentorJoinedAt != null && menteeJoinedAt != null) {
            return null;
        }
        if (mentorJoinedAt == null && menteeJoinedAt == null) {
            return "both";
        }
        return mentorJoinedAt == null ? Part.MENTOR.label() : Part.MENTEE.label();
    }
}
