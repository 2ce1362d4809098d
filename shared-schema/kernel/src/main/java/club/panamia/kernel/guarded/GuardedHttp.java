package club.panamia.kernel.guarded;

import club.panamia.kernel.context.CallersContext;
import club.panamia.kernel.guarded.GuardedCall.Method;
import club.panamia.kernel.guarded.Refused.Reason;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The one way to call an address that a person or another server chose. It resolves the name, checks every address, and
 * connects to the checked one, so that a second look-up cannot lead elsewhere; it does so again for each of at most three
 * redirects. Failures are {@link Refused}.
 */
@ApplicationScoped
public class GuardedHttp {

    private static final int REDIRECTS = 3;
    private static final int CONNECT_MILLIS = 5000;
    private static final List<Integer> REDIRECTING = List.of(301, 302, 303, 307, 308);

    private final Vertx vertx;
    private final HttpClient client;
    private final NameLookup names;
    private final Guard guard;

    @Inject
    GuardedHttp(Vertx vertx, NameLookup names, Guard guard) {
        this(vertx, names, guard, new HttpClientOptions());
    }

    /** With trust of its own, for tests. */
    GuardedHttp(Vertx vertx, NameLookup names, Guard guard, HttpClientOptions options) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(options.setConnectTimeout(CONNECT_MILLIS)
                // Most servers are called once; a connection kept to each of thousands costs more than it saves.
                .setKeepAlive(false)
                // Our traces are nobody else's business.
                .setTracingPolicy(TracingPolicy.IGNORE));
        this.names = names;
        this.guard = guard;
    }

    /** Makes the call; answers of any status are answers. */
    public Uni<GuardedAnswer> send(GuardedCall call) {
        return Uni.createFrom()
                .deferred(() -> inTime(call).emitOn(CallersContext.executor()))
                .onFailure(failure -> !(failure instanceof Refused))
                .transform(failure -> new Refused(Reason.UNREACHABLE, failure.toString(), failure));
    }

    /** A timeout fires elsewhere; whoever called goes on where it was. */
    private Uni<GuardedAnswer> inTime(GuardedCall call) {
        return hop(call, REDIRECTS)
                .ifNoItem()
                .after(call.within())
                .failWith(() -> new Refused(Reason.TOO_SLOW, "not within " + call.within()));
    }

    private Uni<GuardedAnswer> hop(GuardedCall call, int redirectsLeft) {
        var target = guard.check(call.uri());
        return names.addressesOf(target.host())
                .map(addresses -> guard.check(target, addresses))
                .chain(address -> connect(call, target, address))
                .chain(request -> exchange(call, request))
                .chain(answer -> follow(call, answer, redirectsLeft));
    }

    private Uni<HttpClientRequest> connect(GuardedCall call, Target target, InetAddress address) {
        return call.signature()
                .of(call.uri())
                .map(signature -> options(call, target, address, signature))
                .chain(this::open);
    }

    private Uni<HttpClientRequest> open(RequestOptions options) {
        return Uni.createFrom().completionStage(() -> client.request(options).toCompletionStage());
    }

    private static RequestOptions options(
            GuardedCall call, Target target, InetAddress address, Map<String, String> signature) {
        var headers = headers(call);
        signature.forEach(headers::set);
        return new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method().name()))
                .setSsl(target.tls())
                .setHost(target.host())
                .setPort(target.port())
                .setURI(target.resource())
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, target.port())))
                .setFollowRedirects(false)
                .setHeaders(headers);
    }

    private static MultiMap headers(GuardedCall call) {
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("Accept-Encoding", "gzip")
                .add("User-Agent", "Pana");
        if (!call.accepts().isEmpty()) {
            headers.set("Accept", String.join(", ", call.accepts()));
        }
        call.headers().forEach(headers::set);
        return headers;
    }

    private Uni<GuardedAnswer> exchange(GuardedCall call, HttpClientRequest request) {
        // Held back until somebody listens: to a caller on another thread the answer could come and go before.
        request.response().onSuccess(HttpClientResponse::pause);
        return Uni.createFrom()
                .completionStage(() -> request.send(Buffer.buffer(call.body())).toCompletionStage())
                .onCancellation()
                .invoke(() -> request.reset())
                .chain(response -> receive(call, response));
    }

    private Uni<GuardedAnswer> receive(GuardedCall call, HttpClientResponse response) {
        if (redirects(call, response.statusCode(), response.headers())) {
            Body.drop(response);
            return Uni.createFrom().item(answer(call, response, new byte[0]));
        }
        if (call.statusAlone()) {
            return Body.of(response, call.maxBytes())
                    .replaceWith(() -> answer(call, response, new byte[0]))
                    .onFailure()
                    .recoverWithItem(() -> answer(call, response, new byte[0]));
        }
        return Body.of(response, call.maxBytes())
                .chain(received -> unpacked(call, response, received))
                .map(body -> answer(call, response, body))
                .invoke(answer -> checkType(call, answer));
    }

    private Uni<byte[]> unpacked(GuardedCall call, HttpClientResponse response, byte[] received) {
        var encoding = response.headers().get("Content-Encoding");
        if (encoding == null || received.length == 0) {
            return Uni.createFrom().item(received);
        }
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> Uni.createFrom().item(received);
            case "gzip", "x-gzip" -> onAWorker(() -> Body.unpack(received, call.maxBytes()));
            default -> throw new Refused(Reason.WRONG_TYPE, "content encoding " + encoding);
        };
    }

    private <T> Uni<T> onAWorker(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
    }

    private static GuardedAnswer answer(GuardedCall call, HttpClientResponse response, byte[] body) {
        return new GuardedAnswer(call.uri(), response.statusCode(), response.headers(), body);
    }

    private static void checkType(GuardedCall call, GuardedAnswer answer) {
        if (call.accepts().isEmpty() || !answer.succeeded() || answer.body().length == 0) {
            return;
        }
        var type = answer.header("Content-Type")
                .orElse("")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!call.accepts().contains(type)) {
            throw new Refused(Reason.WRONG_TYPE, "content type '" + type + "'");
        }
    }

    private Uni<GuardedAnswer> follow(GuardedCall call, GuardedAnswer answer, int redirectsLeft) {
        if (!redirects(call, answer.status(), answer.headers())) {
            return Uni.createFrom().item(answer);
        }
        if (redirectsLeft == 0) {
            throw new Refused(Reason.TOO_MANY_REDIRECTS, "more than " + REDIRECTS);
        }
        var next = resolve(call.uri(), answer.headers().get("Location"));
        guard.check(next);
        return hop(call.redirectedTo(next), redirectsLeft - 1);
    }

    private static boolean redirects(GuardedCall call, int status, MultiMap headers) {
        return call.method() == Method.GET && REDIRECTING.contains(status) && headers.contains("Location");
    }

    private static URI resolve(URI from, String location) {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new Refused(Reason.BAD_URL, "redirected to something that is no URL");
        }
    }
}
