package club.panamia.ops.newsletter;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.secret.Tokens;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts somebody on the list whose address is proven, and welcomes them, once, with the links that they will want some day. */
@ApplicationScoped
class ConfirmSignup {

    /** A member reads the newsletter; of who is none nothing is told. */
    record Confirmed(String userId) implements DomainEvent {
        @Override
        public String type() {
            return "ops.newsletter.confirmed";
        }
    }

    private static final Duration WORTH_SENDING = Duration.ofDays(3);

    private final Readers readers;
    private final ReaderKey keys;
    private final MailOutbox outbox;
    private final EventLog events;
    private final Tokens tokens;
    private final Clock clock;

    ConfirmSignup(Readers readers, ReaderKey keys, MailOutbox outbox, EventLog events, Tokens tokens, Clock clock) {
        this.readers = readers;
        this.keys = keys;
        this.outbox = outbox;
        this.events = events;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** False for a link that does not open. */
    @WithTransaction
    Uni<Boolean> by(String token, String client) {
        var hash = tokens.hash(token);
        return readers.confirm(hash, client)
                .call(confirmed -> confirmed != null && confirmed.fresh()
                        ? greet(confirmed)
                        : Uni.createFrom().voidItem())
                .map(confirmed -> confirmed != null);
    }

    private Uni<Void> greet(Readers.Confirmed confirmed) {
        return outbox.post(welcome(confirmed)).chain(() -> tell(confirmed.member()));
    }

    private Uni<Void> tell(@Nullable String member) {
        return member == null ? Uni.createFrom().voidItem() : events.record(member, new Confirmed(member));
    }

    private Mail welcome(Readers.Confirmed confirmed) {
        var now = clock.instant();
        return new Mail(
                "newsletter-welcome",
                confirmed.email(),
                confirmed.locale(),
                Map.of(
                        "unsubscribe", keys.unsubscribeUrl(confirmed.id()),
                        "preferences", keys.preferencesUrl(confirmed.id())),
                "newsletter-welcome:%s:%d".formatted(confirmed.id(), now.toEpochMilli()),
                now.plus(WORTH_SENDING));
    }
}
