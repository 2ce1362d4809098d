package club.panamia.kernel.identity;

import io.quarkus.security.identity.SecurityIdentity;
import java.security.Key;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who showed tokens that were verified before: a program shows the same one for five minutes, and only the first time costs an
 * RSA operation. Only good ones are kept, the newest ten thousand, none longer than it is valid and its key is published.
 */
final class VerifiedTokens {

    static final int MOST = 10_000;

    /** @param expires seconds since 1970 */
    private record Verified(SecurityIdentity identity, long expires, Key key) {}

    private final Map<String, Verified> verified = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MOST;
        }
    };

    private final Clock clock;
    private final Predicate<Key> isPublished;

    VerifiedTokens(Clock clock, Predicate<Key> isPublished) {
        this.clock = clock;
        this.isPublished = isPublished;
    }

    Optional<SecurityIdentity> find(String token) {
        return Optional.ofNullable(known(token)).filter(this::stillHolds).map(Verified::identity);
    }

    synchronized void keep(String token, SecurityIdentity identity, long expires, Key key) {
        verified.put(token, new Verified(identity, expires, key));
    }

    private synchronized @Nullable Verified known(String token) {
        return verified.get(token);
    }

    private boolean stillHolds(Verified known) {
        return clock.instant().getEpochSecond() < known.expires() && isPublished.test(known.key());
    }
}
