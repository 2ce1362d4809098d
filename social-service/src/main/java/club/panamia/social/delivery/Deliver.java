package club.panamia.social.delivery;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import club.panamia.kernel.guarded.GuardedAnswer;
import club.panamia.kernel.guarded.GuardedCall;
import club.panamia.kernel.guarded.GuardedHttp;
import club.panamia.kernel.guarded.Refused;
import club.panamia.social.home.Home;
import club.panamia.social.key.SigningKeys;
import club.panamia.social.rule.ServerRules;
import club.panamia.social.signature.Form;
import club.panamia.social.signature.HttpMessage;
import club.panamia.social.signature.SignMessage;
import club.panamia.social.wire.Host;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One attempt, signed anew; where a server does not take the form of signature, it gets the other one at once. */
@Singleton
class Deliver {

    private static final String TYPE = "application/activity+json";
    private static final int MOST_OF_ANSWER = 64 * 1024;
    private static final Set<Integer> NOT_UNDERSTOOD = Set.of(400, 401);
    private static final Set<Integer> LATER = Set.of(401, 408, 425);
    private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);

    private final GuardedHttp http;
    private final Writings writings;
    private final SigningKeys keys;
    private final ServerRules rules;
    private final Vertx workers;
    private final Clock clock;
    private final Home home;

    Deliver(
            GuardedHttp http,
            Writings writings,
            SigningKeys keys,
            ServerRules rules,
            Vertx workers,
            Clock clock,
            Home home) {
        this.http = http;
        this.writings = writings;
        this.keys = keys;
        this.rules = rules;
        this.workers = workers;
        this.clock = clock;
        this.home = home;
    }

    Uni<Outcome> one(Delivery delivery) {
        return rules.isClosed(Host.of(delivery.inboxUrl()).orElse(""))
                .chain(closed -> closed ? Uni.createFrom().item(Optional.<JsonObject>empty()) : document(delivery))
                .chain(document -> document.isEmpty()
                        ? Uni.createFrom().item(new Outcome.Pointless())
                        : send(delivery, document.get().encode().getBytes(StandardCharsets.UTF_8)))
                .onFailure(Refused.class)
                .recoverWithItem(Deliver::failed);
    }

    private Uni<Optional<JsonObject>> document(Delivery delivery) {
        var statusId = String.valueOf(delivery.statusId());
        return switch (delivery.kind()) {
            case "create" -> writings.creation(statusId);
            case "update" -> writings.change(statusId, delivery.uri());
            case "article" -> writings.ofArticle(delivery.uri());
            case "actor" -> writings.changeOfActor(delivery.actorId(), delivery.uri());
            default -> Uni.createFrom().item(delivery.whole());
        };
    }

    private Uni<Outcome> send(Delivery delivery, byte[] body) {
        if (delivery.sealedKey() == null) {
            return Uni.createFrom().item(new Outcome.Refused("its actor has no key"));
        }
        return post(delivery, delivery.form(), body)
                .chain(answer -> NOT_UNDERSTOOD.contains(answer.status())
                        ? again(delivery, body)
                        : Uni.createFrom().item(outcome(answer, delivery.form(), clock.instant())));
    }

    private Uni<Outcome> again(Delivery delivery, byte[] body) {
        var form = delivery.form().other();
        return post(delivery, form, body).map(answer -> outcome(answer, form, clock.instant()));
    }

    private Uni<GuardedAnswer> post(Delivery delivery, Form form, byte[] body) {
        return workers.executeBlocking(() -> signed(delivery, form, body), false)
                .chain(http::send);
    }

    private GuardedCall signed(Delivery delivery, Form form, byte[] body) {
        var key = keys.open(delivery.actorId(), delivery.actorUri(), Objects.requireNonNull(delivery.sealedKey()));
        var uri = URI.create(delivery.inboxUrl());
        var message = new HttpMessage("POST", uri, MultiMap.caseInsensitiveMultiMap(), body);
        var call = GuardedCall.post(uri, TYPE, body)
                .atMost(MOST_OF_ANSWER)
                .forItsStatus()
                .header("User-Agent", home.userAgent());
        for (var header : SignMessage.by(key, form, message, clock.instant()).entrySet()) {
            call = call.header(header.getKey(), header.getValue());
        }
        return call;
    }

    static Outcome outcome(GuardedAnswer answer, Form form, Instant now) {
        var status = answer.status();
        var why = "answered with " + status;
        if (answer.succeeded()) {
            return new Outcome.Sent(form);
        }
        if (status == 410) {
            return new Outcome.Gone();
        }
        if (AWAY.contains(status)) {
            return new Outcome.Away(why, wait(answer, now));
        }
        return LATER.contains(status) || (status >= 500 && status != 501)
                ? new Outcome.Failed(why, wait(answer, now))
                : new Outcome.Refused(why);
    }

    private static @Nullable Duration wait(GuardedAnswer answer, Instant now) {
        return answer.header("Retry-After")
                .map(String::strip)
                .flatMap(said -> said.matches("\\d{1,7}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(said)))
                        : until(said, now))
                .orElse(null);
    }

    /** @param date as HTTP writes it (RFC 9110, section 10.2.3) */
    private static Optional<Duration> until(String date, Instant now) {
        try {
            return Optional.of(Duration.between(now, RFC_1123_DATE_TIME.parse(date, Instant::from)));
        } catch (DateTimeException nothing) {
            return Optional.empty();
        }
    }

    /** An address that no call may go to stays one. */
    private static Outcome failed(Refused refused) {
        return switch (refused.reason()) {
            case BAD_URL, FORBIDDEN_ADDRESS -> new Outcome.Refused(String.valueOf(refused.getMessage()));
            case UNKNOWN_HOST, UNREACHABLE, TOO_SLOW -> new Outcome.Away(String.valueOf(refused.getMessage()), null);
            case TOO_MANY_REDIRECTS, TOO_LARGE, WRONG_TYPE ->
                new Outcome.Failed(String.valueOf(refused.getMessage()), null);
        };
    }
}
