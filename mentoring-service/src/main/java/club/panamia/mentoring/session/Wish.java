package club.panamia.mentoring.session;

import club.panamia.mentoring.state.SessionType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a session is about, where it is held, on whose clocks, and what it costs: settled when it is asked for. */
@Embeddable
public class Wish {

    @Column(columnDefinition = "text")
    String topic = "";

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(name = "session_type", columnDefinition = "session_type")
    SessionType sessionType = SessionType.ARTISTIC;

    @Column(name = "location_kind", columnDefinition = "text")
    String locationKind = "video";

    @Nullable
    @Column(name = "location_text", columnDefinition = "text")
    String locationText;

    @Nullable
    @Column(name = "mentor_timezone", columnDefinition = "text")
    String mentorTimezone;

    @Nullable
    @Column(name = "mentee_timezone", columnDefinition = "text")
    String menteeTimezone;

    @Column(name = "price_cents")
    int priceCents;

    protected Wish() {}

    public static Wish of(String topic, SessionType type, int priceCents) {
        var wish = new Wish();
        wish.topic = topic;
        wish.sessionType = type;
        wish.priceCents = priceCents;
        return wish;
    }

    public Wish at(String locationKind, @Nullable String locationText) {
        this.locationKind = locationKind;
        this.locationText = locationText;
        return this;
    }

    public Wish onTheClocksOf(@Nullable String mentorTimezone, @Nullable String menteeTimezone) {
        this.mentorTimezone = mentorTimezone;
        this.menteeTimezone = menteeTimezone;
        return this;
    }
}
