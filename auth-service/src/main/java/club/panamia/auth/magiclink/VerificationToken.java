package club.panamia.auth.magiclink;

import club.panamia.kernel.id.SortableId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A link that was mailed, by the hash of its token (Auth.js' rule). */
@Entity
@Table(name = "verification_tokens")
class VerificationToken {

    static final Duration LIFE = Duration.ofHours(24);

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

    protected VerificationToken() {}

    VerificationToken(String identifier, String hash, Instant expires) {
        this.identifier = identifier;
        this.token = hash;
        this.expires = expires;
    }
}
