package club.panamia.mentoring.letter;

import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.settings.Settings;
import club.panamia.mentoring.calendar.Invitations;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes to the two in a session, in the caller's transaction: one mail for each event and reader, however often it is told. */
@ApplicationScoped
class SessionLetters {

    private static final Duration WORTH_SENDING = Duration.ofDays(2);
    private static final String PAGE = "/m/session/";

    private final MailOutbox outbox;
    private final Addressees addressees;
    private final WaitingLetters waiting;
    private final Invitations invitations;
    private final Settings settings;
    private final Clock clock;

    SessionLetters(
            MailOutbox outbox,
            Addressees addressees,
            WaitingLetters waiting,
            Invitations invitations,
            Settings settings,
            Clock clock) {
        this.outbox = outbox;
        this.addressees = addressees;
        this.waiting = waiting;
        this.invitations = invitations;
        this.settings = settings;
        this.clock = clock;
    }

    /** What can wait for the end of somebody's quiet hours does. */
    Uni<Void> write(Occasion occasion, RecordedEvent event) {
        var news = event.as(News.class);
        return addressees
                .of(news.sessionId(), occasion)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .filter(reader -> occasion.isNewTo(reader, news.actorId()))
                .call(reader -> writeOrKeep(occasion, reader, event.id()))
                .onItem()
                .ignoreAsUni();
    }

    /** Some of what has waited, as long as it is still so; how many that were. */
    @WithTransaction
    Uni<Integer> writeWhatWaited(Instant now) {
        return waiting.takeDue(now)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .call(this::writeIfStillSo)
                .collect()
                .with(Collectors.summingInt(written -> 1));
    }

    private Uni<Void> writeIfStillSo(WaitingLetters.Waiting letter) {
        return addressees
                .of(letter.sessionId(), letter.occasion())
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .filter(reader -> reader.userId().equals(letter.userId()))
                .call(reader -> outbox.post(mail(letter.occasion(), reader, letter.eventId())))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> writeOrKeep(Occasion occasion, Addressee reader, String eventId) {
        var letter = new WaitingLetters.Waiting(reader.entry().sessionId(), reader.userId(), eventId, occasion);
        return occasion.canWaitUntil(reader, clock.instant())
                .map(end -> waiting.keep(letter, end))
                .orElseGet(() -> outbox.post(mail(occasion, reader, eventId)));
    }

    private Mail mail(Occasion occasion, Addressee reader, String eventId) {
        var key = "%s:%s:%s".formatted(occasion.letter(), eventId, reader.part().label());
        return new Mail(
                occasion.letter(),
                reader.address(),
                reader.clock().locale().toLanguageTag(),
                params(occasion, reader),
                key,
                worthUntil(occasion, reader));
    }

    private Map<String, String> params(Occasion occasion, Addressee reader) {
        var entry = reader.entry();
        var params = new HashMap<String, String>();
        params.put("other", Objects.requireNonNullElse(entry.other(), ""));
        params.put("topic", entry.topic());
        params.put("when", reader.clock().shows(entry.startsAt()));
        params.put("link", settings.publicUrl() + PAGE + entry.sessionId());
        if (reader.reason() != null) {
            params.put("reason", reader.reason());
        }
        if (reader.proposedAt() != null) {
            params.put("proposed", reader.clock().shows(reader.proposedAt()));
        }
        var calendar = calendar(occasion, reader);
        if (calendar != null) {
            params.put("invitation", calendar);
        }
        return params;
    }

    private @Nullable String calendar(Occasion occasion, Addressee reader) {
        return switch (occasion) {
            case ACCEPTED, MOVED -> invitations.request(reader.entry(), reader.address());
            case CANCELLED -> reader.agreed() ? invitations.cancel(reader.entry(), reader.address()) : null;
            case REQUESTED, UNANSWERED, DECLINED, EXPIRED, PROPOSED, MISSED, REMINDER, FEEDBACK -> null;
        };
    }

    /** A reminder that comes after the start is no help. */
    private Instant worthUntil(Occasion occasion, Addressee reader) {
        return occasion == Occasion.REMINDER
                ? reader.entry().startsAt()
                : clock.instant().plus(WORTH_SENDING);
    }
}
