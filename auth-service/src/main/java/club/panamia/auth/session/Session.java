package club.panamia.auth.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One browser in which somebody is signed in: thirty days without use end it. */
@Entity
@Table(name = "sessions")
public class Session {

    /** Of idleness; the cookie lives as long. */
    public static final Duration LIFE = Duration.ofDays(30);

    private static final int USER_AGENT_LENGTH = 512;

    @Id
    @Column(name = "session_token", columnDefinition = "text")
    String token;

    @Column(name = "user_id", columnDefinition = "text", updatable = false)
    String userId;

    @Column(name = "expires")
    Instant expires;

    /** No more than its prefix. */
    @Nullable
    @Column(name = "ip_address", columnDefinition = "text", updatable = false)
    String ipAddress;

    @Nullable
    @Column(name = "user_agent", columnDefinition = "text", updatable = false)
    String userAgent;

    protected Session() {}

    Session(String token, String userId, Browser browser, Instant now) {
        this.token = token;
        this.userId = userId;
        this.expires = now.plus(LIFE);
        this.ipAddress = AddressPrefix.of(browser.address());
        this.userAgent = cut(browser.userAgent());
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= USER_AGENT_LENGTH ? text : text.substring(0, USER_AGENT_LENGTH);
    }
}
