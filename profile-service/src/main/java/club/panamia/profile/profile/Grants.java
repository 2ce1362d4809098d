package club.panamia.profile.profile;

import club.panamia.kernel.identity.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What administrators have granted to the person behind a profile: badges, and rights beyond a member's. */
@Embeddable
public class Grants {

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Verification verification = Verification.NONE;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, @Nullable Boolean> roles = Map.of();

    protected Grants() {}

    /** A badge was given or taken. */
    public record BadgeChanged(String profileId, @Nullable String userId, Badge badge, boolean held, int version)
            implements ProfileStep {
        @Override
        public String type() {
            return held ? "profile.badge.granted" : "profile.badge.revoked";
        }

        @Override
        public Step step() {
            return Step.about(held ? Step.Kind.BADGE_GRANTED : Step.Kind.BADGE_REVOKED, badge.label);
        }
    }

    /** A role was given or taken. */
    public record RoleChanged(String profileId, @Nullable String userId, ScopedRole role, boolean held, int version)
            implements ProfileStep {
        @Override
        public String type() {
            return held ? "profile.role.granted" : "profile.role.revoked";
        }

        @Override
        public Step step() {
            return Step.about(held ? Step.Kind.ROLE_GRANTED : Step.Kind.ROLE_REVOKED, role.label);
        }
    }

    /** Whether that changed anything. */
    boolean change(Badge badge, boolean held, Actor admin, Instant now) {
        if (verification.holds(badge) == held) {
            return false;
        }
        verification = verification.with(badge, held, admin.userId(), now);
        return true;
    }

    /** Whether that changed anything. */
    boolean change(ScopedRole role, boolean held) {
        if (holds(role) == held) {
            return false;
        }
        var changed = new TreeMap<>(roles);
        changed.put(role.key, held);
        roles = changed;
        return true;
    }

    void clear() {
        verification = Verification.NONE;
        roles = Map.of();
    }

    public List<Badge> badges() {
        return Arrays.stream(Badge.values()).filter(verification::holds).toList();
    }

    public List<ScopedRole> roles() {
        return Arrays.stream(ScopedRole.values()).filter(this::holds).toList();
    }

    public Verification verification() {
        return verification;
    }

    private boolean holds(ScopedRole role) {
        return Boolean.TRUE.equals(roles.get(role.key));
    }
}
