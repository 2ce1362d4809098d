package club.panamia.social.remote;

import static club.panamia.social.remote.RemoteProblem.NOT_THERE;
import static club.panamia.social.remote.RemoteProblem.NOT_UNDERSTOOD;

import club.panamia.kernel.guarded.GuardedAnswer;
import club.panamia.kernel.guarded.GuardedCall;
import club.panamia.kernel.guarded.GuardedHttp;
import club.panamia.kernel.guarded.Refused;
import club.panamia.kernel.problem.Problem;
import club.panamia.social.actor.Named;
import club.panamia.social.home.Home;
import club.panamia.social.rule.ServerRules;
import club.panamia.social.wire.ForeignJson;
import club.panamia.social.wire.Host;
import club.panamia.social.wire.Ld;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Actors of other servers by their handles, {@code name@host} (RFC 7033). Each is asked for once at a time, and not again at once
 * where it could not be had. What is believed of an actor is what stands under their id.
 */
@Singleton
public class Handles {

    private static final String WHOLE = "[^\\p{Cntrl}\\s@/<>\"]{1,128}@[A-Za-z0-9.:-]{1,260}";

    private static final String KNOWN = """
            SELECT a.id, a.uri, a.fetched_at < now() - interval '1 day' AS stale
              FROM social_actors a WHERE a.id = %s AND a.fetched_at IS NOT NULL
            """.formatted(Named.id("$1"));

    private final Pool pool;
    private final GuardedHttp http;
    private final RemoteActors actors;
    private final Refusals refusals;
    private final ServerRules rules;
    private final Home home;
    private final OneAtATime<String> asked = new OneAtATime<>(this::ask);

    Handles(Pool pool, GuardedHttp http, RemoteActors actors, Refusals refusals, ServerRules rules, Home home) {
        this.pool = pool;
        this.http = http;
        this.actors = actors;
        this.refusals = refusals;
        this.rules = rules;
        this.home = home;
    }

    /** Whether this can be the handle of somebody of another server. */
    public boolean isElsewhere(String handle) {
        var host = handle.substring(handle.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return handle.matches(WHOLE) && !host.equals(home.domain()) && !host.equals(home.host());
    }

    /** Whether we know who this is. */
    public Uni<Boolean> isKnown(String handle) {
        return known(handle).map(Optional::isPresent);
    }

    /** The id of an actor whom we may not know yet; outside any transaction. Whom we met long ago may be called otherwise by now. */
    public Uni<String> at(String handle) {
        return known(handle).chain(found -> found.isEmpty() ? anew(handle) : again(found.get()));
    }

    private Uni<String> again(Row known) {
        var id = known.getString("id");
        return known.getBoolean("stale")
                ? actors.anew(known.getString("uri")).onFailure(Problem.class).recoverWithItem(id)
                : Uni.createFrom().item(id);
    }

    private Uni<String> anew(String handle) {
        var account = "acct:" + handle.toLowerCase(Locale.ROOT);
        return rules.isClosed(account.substring(account.indexOf('@') + 1))
                .invoke(Documents::requireOpen)
                .invoke(() -> refusals.check(account))
                .chain(() -> asked.get(account));
    }

    private Uni<Optional<Row>> known(String handle) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(handle))
                .map(rows -> rows.stream().findFirst());
    }

    private Uni<String> ask(String account) {
        return Uni.createFrom()
                .deferred(() -> http.send(call(account)))
                .onFailure(Refused.class)
                .transform(Documents::refused)
                .map(Handles::actor)
                .chain(actors::anew)
                .onFailure(Problem.class)
                .invoke(problem -> refusals.remember(account, problem));
    }

    /** Unencrypted only beside a suite that is so itself. */
    private GuardedCall call(String account) {
        var host = account.substring(account.indexOf('@') + 1);
        var scheme = host.startsWith("localhost") && home.at("").startsWith("http:") ? "http" : "https";
        var address = "%s://%s/.well-known/webfinger?resource=%s"
                .formatted(scheme, host, URLEncoder.encode(account, StandardCharsets.UTF_8));
        if (Host.of(address).isEmpty()) {
            throw NOT_UNDERSTOOD.because("This is no address of another server.");
        }
        return GuardedCall.get(URI.create(address))
                .accepting("application/jrd+json", "application/json")
                .header("User-Agent", home.userAgent());
    }

    private static String actor(GuardedAnswer answer) {
        var descriptor = ForeignJson.parse(Documents.answered(answer).body())
                .orElseThrow(() -> NOT_UNDERSTOOD.because("It is no descriptor."));
        return Ld.objects(descriptor, "links").stream()
                .filter(Handles::isSelf)
                .map(link -> String.valueOf(link.getValue("href")))
                .findFirst()
                .orElseThrow(() -> NOT_THERE.because("There is nobody of this name who speaks ActivityPub."));
    }

    private static boolean isSelf(JsonObject link) {
        var type = String.valueOf(link.getValue("type"));
        return "self".equals(link.getValue("rel"))
                && (type.startsWith("application/activity+json") || type.startsWith("application/ld+json"));
    }
}
