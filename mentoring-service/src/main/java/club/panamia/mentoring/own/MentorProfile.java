package club.panamia.mentoring.own;

import club.panamia.mentoring.availability.Availability;
import club.panamia.mentoring.document.Documents;
import club.panamia.mentoring.offer.Offer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A person's profile, of which this service writes two columns; the rest is profile-service's. The database raises the row's
 * version, so nothing here maps it.
 */
@Entity
@Table(name = "profiles")
@DynamicUpdate
class MentorProfile {

    @Id
    @Column(columnDefinition = "text", updatable = false)
    String id;

    @Nullable
    @Column(name = "user_id", columnDefinition = "text", updatable = false)
    String userId;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> mentoring;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> availability;

    protected MentorProfile() {}

    /** What is offered so far. */
    Offer offer(Documents documents) {
        return documents.read(mentoring, Offer.class);
    }

    /** Offers something else; what others would find must be complete. */
    void offer(Offer offer, Documents documents) {
        mentoring = documents.stored(offer.requireComplete());
    }

    /** When they can be booked so far. */
    Availability availability(Documents documents) {
        return documents.read(availability, Availability.class);
    }

    /** Can be booked at other times; what has been booked stays. */
    void availability(Availability hours, Documents documents) {
        availability = documents.stored(hours);
    }
}
