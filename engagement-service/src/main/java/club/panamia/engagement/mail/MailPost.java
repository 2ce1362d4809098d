package club.panamia.engagement.mail;

import club.panamia.engagement.unsubscribe.UnsubscribeTokens;
import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.settings.Settings;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Hands what waits for a person to the outbox as one mail, and notes it, in one transaction. */
@ApplicationScoped
class MailPost {

    private static final Duration WORTH_SENDING = Duration.ofDays(2);
    private static final Set<String> NOT_NEEDED = Set.of("read", "gone");

    private final MailQueue queue;
    private final MailOutbox outbox;
    private final UnsubscribeTokens tokens;
    private final String site;

    MailPost(MailQueue queue, MailOutbox outbox, UnsubscribeTokens tokens, Settings settings) {
        this.queue = queue;
        this.outbox = outbox;
        this.tokens = tokens;
        this.site = settings.publicUrl().toString();
    }

    @WithTransaction
    Uni<Void> post(Waiting waiting, Instant now) {
        var address = waiting.address();
        return address == null ? queue.settle(waiting.ids(), "withheld", "no-address") : post(waiting, address, now);
    }

    private Uni<Void> post(Waiting waiting, String address, Instant now) {
        return Multi.createFrom()
                .iterable(waiting.settled().entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        settled -> queue.settle(settled.getValue(), state(settled.getKey()), settled.getKey()))
                .onItem()
                .ignoreAsUni()
                .chain(() -> waiting.unread().isEmpty() ? Uni.createFrom().voidItem() : send(waiting, address, now));
    }

    private static String state(String reason) {
        return NOT_NEEDED.contains(reason) ? "skipped" : "withheld";
    }

    private Uni<Void> send(Waiting waiting, String address, Instant now) {
        var ids = waiting.unread().stream().map(Due::id).toList();
        return queue.settle(ids, "sent", null)
                .chain(() -> queue.saySent(ids))
                .chain(() -> outbox.post(mail(waiting, address, ids.getFirst(), now)));
    }

    private Mail mail(Waiting waiting, String address, String first, Instant now) {
        return new Mail(
                "notices",
                address,
                waiting.language().toLanguageTag(),
                params(waiting),
                "notices:" + first,
                now.plus(WORTH_SENDING));
    }

    private Map<String, String> params(Waiting waiting) {
        var lines = waiting.lines(site);
        var params = new HashMap<String, String>();
        params.put("title", waiting.subject(lines));
        params.put("lines", text(lines));
        params.put("link", site + "/updates");
        if (!waiting.due().getFirst().urgent()) {
            params.put("unsubscribe", site + "/unsubscribe/" + tokens.of(waiting.userId(), waiting.categories()));
        }
        return params;
    }

    private static String text(List<Waiting.Line> lines) {
        return lines.stream()
                .map(line -> (line.sentence() + "\n" + line.place()).strip())
                .collect(Collectors.joining("\n\n"));
    }
}
