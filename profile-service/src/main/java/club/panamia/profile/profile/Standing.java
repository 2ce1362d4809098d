package club.panamia.profile.profile;

import static club.panamia.profile.profile.ProfileProblem.ALREADY_APPROVED;
import static club.panamia.profile.profile.ProfileProblem.ALREADY_SUBMITTED;
import static club.panamia.profile.profile.ProfileProblem.NOT_SUBMITTED;
import static club.panamia.profile.profile.ProfileProblem.SUSPENDED;

import club.panamia.kernel.identity.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Where a profile stands between its owner and the directory, and who put it there. */
@Embeddable
public class Standing {

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(columnDefinition = "profile_status")
    Status status = Status.DRAFT;

    /** Shown to others: approved, and not switched off. */
    @Column
    boolean active;

    @Nullable
    @Column(name = "submitted_at")
    Instant submittedAt;

    @Nullable
    @Column(name = "reviewed_at")
    Instant reviewedAt;

    @Nullable
    @Column(name = "reviewed_by", columnDefinition = "text")
    String reviewedBy;

    @Nullable
    @Column(name = "review_reason", columnDefinition = "text")
    String reviewReason;

    protected Standing() {}

    void submit(Instant now) {
        switch (status) {
            case SUBMITTED -> throw ALREADY_SUBMITTED.because("Somebody will read it soon; you can still change it.");
            case APPROVED -> throw ALREADY_APPROVED.because("Changes to an approved profile need no review.");
            case SUSPENDED -> throw SUSPENDED.because("Write to hola@panamia.club.");
            case DRAFT, DECLINED -> {}
        }
        status = Status.SUBMITTED;
        submittedAt = now;
    }

    void approve(Actor reviewer, Instant now) {
        decide(Status.APPROVED, reviewer, now, null);
        active = true;
    }

    void decline(Actor reviewer, String reason, Instant now) {
        decide(Status.DECLINED, reviewer, now, reason);
        active = false;
    }

    private void decide(Status decision, Actor reviewer, Instant now, @Nullable String reason) {
        if (status != Status.SUBMITTED) {
            throw NOT_SUBMITTED
                    .because("It is %s: somebody decided already, or it was never handed in.".formatted(status.label))
                    .with("profileStatus", status.label);
        }
        status = decision;
        reviewedAt = now;
        reviewedBy = reviewer.userId();
        reviewReason = reason;
    }

    public Status status() {
        return status;
    }

    public boolean active() {
        return active;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable Instant reviewedAt() {
        return reviewedAt;
    }

    public @Nullable String reviewReason() {
        return reviewReason;
    }
}
