package club.panamia.profile.profile;

import static club.panamia.profile.profile.ProfileProblem.ALREADY_APPROVED;
import static club.panamia.profile.profile.ProfileProblem.ALREADY_SUBMITTED;
import static club.panamia.profile.profile.ProfileProblem.NOT_SUBMITTED;
import static club.panamia.profile.profile.ProfileProblem.NOT_SUSPENDED;
import static club.panamia.profile.profile.ProfileProblem.SUSPENDED;

import club.panamia.kernel.identity.Actor;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
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

    /** Shown to others: approved, and not hidden. */
    @Column
    boolean active;

    /** Switched off by its owner. */
    @Column
    boolean hidden;

    /** What it was before its suspension. */
    @Nullable
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(name = "suspended_from", columnDefinition = "profile_status")
    Status suspendedFrom;

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

    @Column(name = "social_eligible")
    boolean socialEligible = true;

    @Nullable
    @Column(name = "social_ineligible_reason", columnDefinition = "text")
    String socialIneligibleReason;

    protected Standing() {}

    /** It needs a change before it can be shown; why is between its owner and the reviewer. */
    public record Declined(
            String profileId,
            @Nullable String userId,
            int version,
            @JsonIgnore Step step) implements ProfileStep {
        @Override
        public String type() {
            return "profile.profile.declined";
        }
    }

    /** Administrators took it out of sight, and its person out of the social part. */
    public record Suspended(
            String profileId,
            @Nullable String userId,
            int version,
            @JsonIgnore Step step) implements ProfileStep {
        @Override
        public String type() {
            return "profile.profile.suspended";
        }
    }

    /** It is what it was before its suspension. */
    public record Restored(String profileId, @Nullable String userId, Status status, int version)
            implements ProfileStep {
        @Override
        public String type() {
            return "profile.profile.restored";
        }

        @Override
        public Step step() {
            return Step.of(Step.Kind.RESTORED);
        }
    }

    /** Its owner switched it off, or on again. */
    public record Switched(String profileId, @Nullable String userId, boolean hidden, int version)
            implements ProfileStep {
        @Override
        public String type() {
            return hidden ? "profile.profile.hidden" : "profile.profile.shown";
        }

        @Override
        public Step step() {
            return Step.of(hidden ? Step.Kind.HIDDEN : Step.Kind.SHOWN);
        }
    }

    void submit(Instant now) {
        switch (status) {
            case SUBMITTED -> throw ALREADY_SUBMITTED.because("Somebody will read it soon; you can still change it.");
            case APPROVED -> throw ALREADY_APPROVED.because("Changes to an approved profile need no review.");
            case SUSPENDED -> throw SUSPENDED.because("Write to hola@panamia.club.");
            case DRAFT, DECLINED -> {}
        }
        status = Status.SUBMITTED;
        submittedAt = now;
        hidden = false;
    }

    void approve(Actor reviewer, Instant now) {
        requireSubmitted();
        decide(Status.APPROVED, reviewer, now, null);
    }

    void decline(Actor reviewer, String reason, Instant now) {
        requireSubmitted();
        decide(Status.DECLINED, reviewer, now, reason);
    }

    void suspend(Actor admin, String reason, Instant now) {
        if (status == Status.SUSPENDED) {
            throw SUSPENDED.because("It is suspended already.");
        }
        suspendedFrom = status;
        decide(Status.SUSPENDED, admin, now, reason);
        socialEligible = false;
        socialIneligibleReason = Status.SUSPENDED.label;
    }

    /** It is what it was before; one that was suspended before that was kept is a draft. */
    void restore(Actor admin, Instant now) {
        if (status != Status.SUSPENDED) {
            throw NOT_SUSPENDED.because("It is %s.".formatted(status.label)).with("profileStatus", status.label);
        }
        var before = Objects.requireNonNullElse(suspendedFrom, Status.DRAFT);
        suspendedFrom = null;
        decide(before, admin, now, before == Status.DECLINED ? reviewReason : null);
        if (Status.SUSPENDED.label.equals(socialIneligibleReason)) {
            socialEligible = true;
            socialIneligibleReason = null;
        }
    }

    /** Whether that changed anything. */
    boolean hide(boolean wish) {
        if (hidden == wish) {
            return false;
        }
        hidden = wish;
        active = shown();
        return true;
    }

    private boolean shown() {
        return status == Status.APPROVED && !hidden;
    }

    private void requireSubmitted() {
        if (status != Status.SUBMITTED) {
            throw NOT_SUBMITTED
                    .because("It is %s: somebody decided already, or it was never handed in.".formatted(status.label))
                    .with("profileStatus", status.label);
        }
    }

    private void decide(Status decision, Actor reviewer, Instant now, @Nullable String reason) {
        status = decision;
        reviewedAt = now;
        reviewedBy = reviewer.userId();
        reviewReason = reason;
        active = shown();
    }

    public Status status() {
        return status;
    }

    public boolean active() {
        return active;
    }

    public boolean hidden() {
        return hidden;
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
