package club.panamia.ops.emailchange;

import static club.panamia.ops.emailchange.EmailChangeProblem.LINK_NOT_VALID;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Makes a change whose new address is proven, and undoes it: all or nothing. Either way everybody is signed out. */
@ApplicationScoped
class MakeChange {

    private static final Duration CAN_BE_UNDONE = Duration.ofHours(72);

    private final Migrations migrations;
    private final Accounts accounts;
    private final EventLog events;
    private final MailOutbox outbox;
    private final Tokens tokens;
    private final Settings settings;
    private final Clock clock;

    MakeChange(
            Migrations migrations,
            Accounts accounts,
            EventLog events,
            MailOutbox outbox,
            Tokens tokens,
            Settings settings,
            Clock clock) {
        this.migrations = migrations;
        this.accounts = accounts;
        this.events = events;
        this.outbox = outbox;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Change> provenBy(String token) {
        return migrations
                .useProof(tokens.hash(token))
                .onItem()
                .ifNull()
                .failWith(MakeChange::closed)
                .call(accounts::move)
                .call(this::tellOldAddress)
                .call(change -> events.record(change.userId(), change.made()));
    }

    @WithTransaction
    Uni<Change> undoneBy(String token) {
        return migrations
                .useUndo(tokens.hash(token))
                .onItem()
                .ifNull()
                .failWith(MakeChange::closed)
                .call(accounts::moveBack)
                .call(change -> events.record(change.userId(), change.undone()));
    }

    private Uni<Void> tellOldAddress(Change change) {
        var token = Tokens.newToken();
        var hash = tokens.hash(token);
        var expires = clock.instant().plus(CAN_BE_UNDONE);
        return migrations
                .keepUndo(change, hash, expires)
                .chain(() -> outbox.post(new Mail(
                        "email-changed",
                        change.oldEmail(),
                        change.localeTag(),
                        Map.of(
                                "link",
                                settings.publicUrl() + UndoResource.PATH + "?token=" + token,
                                "host",
                                settings.publicUrl().getHost(),
                                "email",
                                change.newEmail()),
                        "email-changed:" + hash,
                        expires)));
    }

    private static Throwable closed() {
        return LINK_NOT_VALID.because("It was used, was replaced by a newer one, or is too old.");
    }
}
