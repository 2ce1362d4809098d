package club.panamia.auth.provider.verification;

import static club.panamia.auth.provider.verification.VerificationProblem.OWN_PROOF_NEEDED;
import static club.panamia.auth.provider.verification.VerificationProblem.VERIFICATION_NOT_VALID;

import club.panamia.auth.account.ForeignAccount;
import club.panamia.auth.user.ProvenPerson;
import club.panamia.kernel.id.SortableId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A sign-in that waits for a proof of its address: five minutes for the mail, and as ops-service says once it is confirmed. */
@Entity
@Table(name = "o_auth_verifications")
class PendingSignIn {

    static final Duration LIFE = Duration.ofMinutes(5);

    @Id
    @SortableId
    @Column(columnDefinition = "text")
    String id;

    @Column(columnDefinition = "text", updatable = false)
    String email;

    @Column(columnDefinition = "text", updatable = false)
    String provider;

    @Column(name = "provider_account_id", columnDefinition = "text", updatable = false)
    String providerAccountId;

    @Column(name = "verification_token", columnDefinition = "text", updatable = false)
    String tokenHash;

    @Column(name = "browser_hash", columnDefinition = "text", updatable = false)
    String browserHash;

    @Column(name = "expires_at", updatable = false)
    Instant expiresAt;

    @Nullable
    @Column(name = "confirmed_at", insertable = false, updatable = false)
    Instant confirmedAt;

    @Column(name = "return_to", columnDefinition = "text", updatable = false)
    String returnTo;

    @Column(columnDefinition = "text", updatable = false)
    String locale;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "oauth_profile", columnDefinition = "jsonb", updatable = false)
    Told told;

    protected PendingSignIn() {}

    PendingSignIn(Unproven unproven, String tokenHash, String browserHash, Instant now) {
        this.email = unproven.email();
        this.provider = unproven.account().provider();
        this.providerAccountId = unproven.account().id();
        this.tokenHash = tokenHash;
        this.browserHash = browserHash;
        this.expiresAt = now.plus(LIFE);
        this.returnTo = unproven.target();
        this.locale = unproven.locale();
        this.told = Told.of(unproven);
    }

    /** What the provider told: for the mail and the pages, and for a person who is new. */
    record Told(
            String type,
            String label,
            String shown,
            String email,
            @Nullable String name,
            @Nullable String image) {

        static Told of(Unproven unproven) {
            return new Told(
                    unproven.account().type(),
                    unproven.label(),
                    unproven.shown(),
                    unproven.email(),
                    unproven.name(),
                    unproven.image());
        }
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    ForeignAccount account() {
        return new ForeignAccount(provider, providerAccountId, told.type());
    }

    /** Nobody finishes before the button behind the mailed link was pressed. */
    void requireConfirmed() {
        if (!isConfirmed()) {
            throw VERIFICATION_NOT_VALID.because("The address is not confirmed yet.");
        }
    }

    /**
     * Who has an account already must be in it: a confirmed mail alone would give it to whoever made somebody press a button.
     *
     * @param signedIn the person whose session this browser has, if any
     */
    void requireProofOf(ProvenPerson person, @Nullable String signedIn) {
        if (!person.isNew() && !person.id().equals(signedIn)) {
            throw OWN_PROOF_NEEDED.because("This address has an account already. Sign in to it, then go on here.");
        }
    }
}
