package club.panamia.social.remote;

import static club.panamia.social.remote.RemoteProblem.GONE;
import static club.panamia.social.remote.RemoteProblem.NOT_THERE;
import static club.panamia.social.remote.RemoteProblem.NOT_UNDERSTOOD;
import static club.panamia.social.remote.RemoteProblem.UNREACHABLE;

import club.panamia.kernel.guarded.GuardedAnswer;
import club.panamia.kernel.guarded.GuardedCall;
import club.panamia.kernel.guarded.GuardedHttp;
import club.panamia.kernel.guarded.Refused;
import club.panamia.kernel.problem.Problem;
import club.panamia.social.home.Home;
import club.panamia.social.rule.ServerRules;
import club.panamia.social.signature.Form;
import club.panamia.social.signature.HttpMessage;
import club.panamia.social.signature.SignMessage;
import club.panamia.social.signature.SigningKey;
import club.panamia.social.wire.ForeignJson;
import club.panamia.social.wire.Host;
import club.panamia.social.wire.Ld;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * Documents of other servers by their ids, each asked for once at a time and signed by this server. One is believed where the
 * address that answered and the id in it are of the same server; under another id than it was asked for, it is asked for once more.
 */
@Singleton
public class Documents {

    private static final String ACTIVITY = "application/activity+json";
    private static final int MOST_A_MINUTE = 600;
    private static final Set<Integer> NOT_TAKEN = Set.of(400, 401);
    private static final String LD = "application/ld+json";
    private static final String STREAMS = "https://www.w3.org/ns/activitystreams";

    private final GuardedHttp http;
    private final InstanceActor instance;
    private final Refusals refusals;
    private final ServerRules rules;
    private final Vertx workers;
    private final Clock clock;
    private final Home home;
    private final PerHost limit;
    private final KnownForms forms = new KnownForms();
    private final OneAtATime<JsonObject> asked = new OneAtATime<>(this::ask);

    Documents(
            GuardedHttp http,
            InstanceActor instance,
            Refusals refusals,
            ServerRules rules,
            Vertx workers,
            Clock clock,
            Home home) {
        this.http = http;
        this.instance = instance;
        this.refusals = refusals;
        this.rules = rules;
        this.workers = workers;
        this.clock = clock;
        this.home = home;
        this.limit = new PerHost(MOST_A_MINUTE, clock);
    }

    /** Outside any transaction. A fragment is part of a document and is asked for with it. */
    public Uni<JsonObject> at(String uri) {
        var whole = uri.contains("#") ? uri.substring(0, uri.indexOf('#')) : uri;
        var host = Host.of(whole).orElse("");
        return rules.isClosed(host)
                .invoke(Documents::requireOpen)
                .invoke(() -> refusals.check(whole))
                .invoke(() -> requireModest(host))
                .chain(() -> asked.get(whole));
    }

    static void requireOpen(boolean closed) {
        if (closed) {
            throw NOT_THERE.because("Nothing is taken from that server.");
        }
    }

    private void requireModest(String host) {
        if (!limit.take(host)) {
            throw UNREACHABLE.because("That server is asked for too much at the moment.");
        }
    }

    private Uni<JsonObject> ask(String uri) {
        return read(uri)
                .chain(found -> uri.equals(Ld.id(found)) ? Uni.createFrom().item(found) : again(found))
                .onFailure(Problem.class)
                .invoke(problem -> refusals.remember(uri, problem));
    }

    private Uni<JsonObject> again(JsonObject found) {
        var id = String.valueOf(Ld.id(found));
        return read(id).invoke(document -> {
            if (!id.equals(Ld.id(document))) {
                throw NOT_UNDERSTOOD.because("It calls itself something else each time.");
            }
        });
    }

    private Uni<JsonObject> read(String uri) {
        return instance.key()
                .chain(key -> send(address(uri), key))
                .onFailure(Refused.class)
                .transform(Documents::refused)
                .map(Documents::document);
    }

    /** Where a server does not take the form of signature, it gets the other one at once, and from then on. */
    private Uni<GuardedAnswer> send(URI uri, SigningKey key) {
        var form = forms.of(uri.getAuthority());
        return http.send(call(uri, key, form))
                .chain(answer -> NOT_TAKEN.contains(answer.status())
                        ? again(uri, key, form.other())
                        : Uni.createFrom().item(answer));
    }

    private Uni<GuardedAnswer> again(URI uri, SigningKey key, Form form) {
        return http.send(call(uri, key, form)).invoke(answer -> {
            if (answer.succeeded()) {
                forms.remember(uri.getAuthority(), form);
            }
        });
    }

    private GuardedCall call(URI uri, SigningKey key, Form form) {
        return GuardedCall.get(uri)
                .accepting(ACTIVITY, LD)
                .header("User-Agent", home.userAgent())
                .header("Accept", ACTIVITY + ", " + LD + "; profile=\"" + STREAMS + "\"")
                .signed(place -> signature(place, key, form));
    }

    /** Of a call to one place: wherever that leads, it is signed anew. */
    private Uni<Map<String, String>> signature(URI place, SigningKey key, Form form) {
        var message = new HttpMessage("GET", place, MultiMap.caseInsensitiveMultiMap(), new byte[0]);
        return workers.executeBlocking(() -> SignMessage.by(key, form, message, clock.instant()), false);
    }

    private static URI address(String uri) {
        if (Host.of(uri).isEmpty()) {
            throw NOT_UNDERSTOOD.because("This is no address of another server.");
        }
        return URI.create(uri);
    }

    private static JsonObject document(GuardedAnswer answer) {
        return ForeignJson.parse(answered(answer).body())
                .filter(document -> isOfItsServer(answer, document))
                .orElseThrow(() -> NOT_UNDERSTOOD.because("It is no document of that server."));
    }

    /** Refuses what is no success. */
    static GuardedAnswer answered(GuardedAnswer answer) {
        switch (answer.status()) {
            case 404 -> throw NOT_THERE.because("It does not know it.");
            case 410 -> throw GONE.because("It knew it once.");
            default -> {}
        }
        if (!answer.succeeded()) {
            throw UNREACHABLE.because("It answers with %d.".formatted(answer.status()));
        }
        return answer;
    }

    private static boolean isOfItsServer(GuardedAnswer answer, JsonObject document) {
        var type = answer.header("Content-Type").orElse("");
        return (!type.contains(LD) || type.contains(STREAMS))
                && Host.isSame(answer.uri().toString(), Ld.id(document));
    }

    static Problem refused(Throwable failure) {
        var reason = ((Refused) failure).reason();
        return switch (reason) {
            case UNKNOWN_HOST, UNREACHABLE, TOO_SLOW -> UNREACHABLE.because("It cannot be reached.");
            case BAD_URL, FORBIDDEN_ADDRESS, TOO_MANY_REDIRECTS, TOO_LARGE, WRONG_TYPE ->
                NOT_UNDERSTOOD.because("It cannot be read: %s.".formatted(reason));
        };
    }
}
