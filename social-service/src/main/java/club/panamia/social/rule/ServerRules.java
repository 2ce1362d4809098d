package club.panamia.social.rule;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is decided on a server, known without asking for each request: another process hears of a change within ten seconds. */
@Singleton
public class ServerRules {

    /** What the nearest rule says of the server {@code %s}; NULL without a rule. */
    private static final String NEAREST = """
            (SELECT :what
               FROM internal.server_rule r
              WHERE r.domain = '*' OR lower(%1$s) = r.domain OR lower(%1$s) LIKE '%%.' || r.domain
              ORDER BY r.domain = '*', length(r.domain) DESC LIMIT 1)""";

    /** The standing that a rule gives to whoever is of the server {@code %s}; NULL without a rule. */
    public static final String STANDING = NEAREST.replace(
            ":what", "CASE r.severity WHEN 'suspend' THEN 'suspended' WHEN 'silence' THEN 'limited' ELSE 'good' END");

    /** Whether nothing but words is shown of the server {@code %s}; NULL without a rule. */
    public static final String REJECTS_MEDIA = NEAREST.replace(":what", "r.reject_media");

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final String ALL = "SELECT domain, severity, reject_media FROM internal.server_rule LIMIT 100000";

    private record Rule(boolean suspends, boolean rejectsMedia) {}

    private record Known(Map<String, Rule> rules, Instant until) {}

    private final Pool pool;
    private final Clock clock;
    private volatile Known known = nothing();

    ServerRules(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Whether nothing is taken from there and nothing said there. */
    public Uni<Boolean> isClosed(String host) {
        return rule(host).map(Rule::suspends);
    }

    /** Whether nothing is shown of it that is not words. */
    public Uni<Boolean> rejectsMedia(String host) {
        return rule(host).map(Rule::rejectsMedia);
    }

    /** Something has changed. */
    synchronized void forget() {
        known = nothing();
    }

    private static Known nothing() {
        return new Known(Map.of(), Instant.MIN);
    }

    private Uni<Rule> rule(String host) {
        var current = known;
        return current.until().isAfter(clock.instant())
                ? Uni.createFrom().item(of(host, current.rules()))
                : read(current).map(read -> of(host, read.rules()));
    }

    /** @param before where something has changed since that, what is read may be older, and is not kept */
    private Uni<Known> read(Known before) {
        return pool.query(ALL)
                .execute()
                .map(rows -> new Known(rules(rows), clock.instant().plus(FRESH)))
                .invoke(read -> keep(before, read));
    }

    private synchronized void keep(Known before, Known read) {
        if (known == before) {
            known = read;
        }
    }

    private static Map<String, Rule> rules(RowSet<Row> rows) {
        var rules = new HashMap<String, Rule>();
        rows.forEach(row -> rules.put(
                row.getString("domain"),
                new Rule("suspend".equals(row.getString("severity")), row.getBoolean("reject_media"))));
        return rules;
    }

    /** The nearest: of the domain itself, of one above it, of all. */
    private static Rule of(String host, Map<String, Rule> rules) {
        var rest = host.toLowerCase(Locale.ROOT);
        @Nullable Rule rule = rules.get(rest);
        while (rule == null && rest.contains(".")) {
            rest = rest.substring(rest.indexOf('.') + 1);
            rule = rules.get(rest);
        }
        return rule == null ? rules.getOrDefault(Domain.ALL, new Rule(false, false)) : rule;
    }
}
