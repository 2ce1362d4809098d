package club.panamia.auth.user;

import static club.panamia.auth.user.UserProblem.SCREENNAME_COOLDOWN;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.id.SortableId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A person. The address is private; the screenname is the public handle. */
@Entity
@Table(name = "users")
@DynamicUpdate
public class User {

    /** Between two changes of a screenname; the first choice starts no clock. */
    static final Duration COOLDOWN = Duration.ofDays(90);

    @Id
    @SortableId
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    @Nullable
    @Column(columnDefinition = "text", updatable = false)
    String email;

    @Nullable
    @Column(name = "email_verified", updatable = false)
    Instant emailVerified;

    @Nullable
    @Column(columnDefinition = "text")
    String name;

    @Nullable
    @Column(columnDefinition = "text")
    String screenname;

    @Nullable
    @Column(name = "last_screenname_change")
    Instant lastScreennameChange;

    protected User() {}

    /** The screenname changed from one to another; {@code former} is null on the first choice. */
    public record ScreennameChanged(String userId, @Nullable String former, String screenname) implements DomainEvent {
        @Override
        public String type() {
            return "auth.user.screenname-changed";
        }
    }

    /**
     * Takes a screenname. Changing one is possible every 90 days; another spelling of the same name is free. That nobody else
     * has or had it is the database's to say.
     */
    Optional<ScreennameChanged> rename(Screenname wish, Instant now) {
        var former = screenname;
        if (wish.text().equals(former)) {
            return Optional.empty();
        }
        if (former != null && !wish.sameAs(former)) {
            requireCooledDown(now);
            lastScreennameChange = now;
        }
        screenname = wish.text();
        return Optional.of(new ScreennameChanged(id, former, wish.text()));
    }

    private void requireCooledDown(Instant now) {
        if (lastScreennameChange == null) {
            return;
        }
        var next = lastScreennameChange.plus(COOLDOWN);
        if (now.isBefore(next)) {
            throw SCREENNAME_COOLDOWN
                    .because("A screenname can be changed every 90 days.")
                    .with("nextChangeAt", next.toString())
                    .retryAfter(Duration.between(now, next));
        }
    }
}
