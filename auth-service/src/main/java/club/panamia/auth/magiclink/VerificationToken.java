package club.panamia.auth.magiclink;

import club.panamia.auth.page.ReturnTarget;
import club.panamia.kernel.id.SortableId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * A sign-in that somebody began: the mailed link by the hash of its token (Auth.js' rule), its code by a keyed hash, and the browser
 * that asked by the hash of its cookie. Deleting the row is what uses up link and code, both at once.
 */
@Entity
@Table(name = "verification_tokens")
public class VerificationToken {

    public static final Duration LIFE = Duration.ofHours(24);
    public static final Duration CODE_LIFE = Duration.ofMinutes(15);

    /** Of one code; the database holds the same. */
    static final int TRIES = 5;

    @Id
    @SortableId
    @Column(columnDefinition = "text")
    String id;

    @Column(columnDefinition = "text")
    String identifier;

    @Column(columnDefinition = "text")
    String token;

    @Column
    Instant expires;

    @Column(name = "pending_hash", columnDefinition = "text")
    String pendingHash;

    @Column(name = "code_hmac", columnDefinition = "text")
    String codeHmac;

    @Column(name = "code_expires")
    Instant codeExpires;

    @Column(name = "return_to", columnDefinition = "text")
    String returnTo;

    protected VerificationToken() {}

    public VerificationToken(
            EmailAddress email, String hash, String codeHmac, String pendingHash, ReturnTarget target, Instant now) {
        this.identifier = email.text();
        this.token = hash;
        this.expires = now.plus(LIFE);
        this.codeHmac = codeHmac;
        this.codeExpires = now.plus(CODE_LIFE);
        this.pendingHash = pendingHash;
        this.returnTo = target.url();
    }

    /** Also when the mail is not worth sending any more. */
    public Instant expires() {
        return expires;
    }
}
