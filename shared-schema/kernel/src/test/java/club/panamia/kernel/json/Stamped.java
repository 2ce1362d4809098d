package club.panamia.kernel.json;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row whose document is an object. */
@Entity
@Table(name = "o_auth_verifications")
class Stamped {

    /** The document; {@code note} may be absent. */
    record Stamp(
            String name,
            Instant at,
            List<String> tags,
            @Nullable String note) {}

    @Id
    @Column(columnDefinition = "text")
    String id;

    @Column(name = "oauth_profile")
    @JdbcTypeCode(SqlTypes.JSON)
    Stamp stamp;
}
