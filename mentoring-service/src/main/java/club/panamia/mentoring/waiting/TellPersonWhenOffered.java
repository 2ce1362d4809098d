package club.panamia.mentoring.waiting;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.settings.Settings;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.mentoring.letter.ReadersClock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Whoever is offered a mentor's time hears so by mail, as long as it is kept for them. */
@ApplicationScoped
class TellPersonWhenOffered implements EventHandler {

    record Offered(String waitingId, Instant until) {}

    private static final String LETTER = "slot-offered";
    private static final String PAGE = "/m/schedule/book?mentor=";

    private static final String READER = """
            SELECT CAST(jsonb_build_object(
                     'address', u.email, 'locale', coalesce(p.mail_locale, 'en'), 'zone', w.zone, 'mentor', m.screenname,
                     'other', coalesce(m.name, m.screenname), 'startsAt', w.offered_at, 'until', w.offered_until) AS text)
              FROM internal.mentor_waiting w
              JOIN users m ON m.id = w.mentor_id
              JOIN users u ON u.id = w.person_id
              LEFT JOIN profiles p ON p.user_id = u.id
             WHERE w.id = ?1 AND w.offered_until IS NOT NULL AND u.email_proven_at IS NOT NULL
               AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
               AND NOT EXISTS (SELECT FROM internal.notification_preference said
                                WHERE said.user_id = u.id AND said.category = 'mentoringRequests' AND said.channel = 'email'
                                  AND NOT said.wanted)
            """;

    private final MailOutbox outbox;
    private final Settings settings;

    TellPersonWhenOffered(MailOutbox outbox, Settings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    @Override
    public String type() {
        return "mentoring.waiting.offered";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        return CallersTransaction.session()
                .chain(session -> reader(session, event).getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transformToUni(reader -> outbox.post(mail(new JsonObject(reader), event)));
    }

    private static Mutiny.SelectionQuery<String> reader(Mutiny.Session session, RecordedEvent event) {
        return session.createNativeQuery(READER, String.class)
                .setParameter(1, event.as(Offered.class).waitingId());
    }

    private Mail mail(JsonObject reader, RecordedEvent event) {
        var clock = new ReadersClock(
                Locale.forLanguageTag(reader.getString("locale")), ZoneId.of(reader.getString("zone")));
        var params = Map.of(
                "other", reader.getString("other"),
                "when", clock.shows(reader.getInstant("startsAt")),
                "until", clock.shows(reader.getInstant("until")),
                "link", settings.publicUrl() + PAGE + reader.getString("mentor"));
        return new Mail(
                LETTER,
                reader.getString("address"),
                reader.getString("locale"),
                params,
                LETTER + ":" + event.id(),
                reader.getInstant("until"));
    }
}
