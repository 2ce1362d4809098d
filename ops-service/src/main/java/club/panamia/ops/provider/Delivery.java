package club.panamia.ops.provider;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Gives a letter to the first provider of {@code MAIL_PROVIDERS}, and to the next when that one cannot take it. A provider in
 * trouble rests a minute: it is asked last then, so that letters do not wait for its silence one by one.
 */
@Singleton
@Startup
public class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);
    private static final Duration REST = Duration.ofMinutes(1);

    private final List<MailProvider> providers;
    private final Duration patience;
    private final Clock clock;
    private final Map<String, Instant> restsUntil = new ConcurrentHashMap<>();

    /** @throws IllegalStateException one line that names the setting, when a provider is unknown or lacks one */
    Delivery(
            @All List<MailProvider> known,
            @ConfigProperty(name = "pana.ops.mail-providers") List<String> names,
            @ConfigProperty(name = "pana.ops.mail-patience") Duration patience,
            Clock clock) {
        this.providers = names.stream().map(name -> named(name.strip(), known)).toList();
        this.patience = patience;
        this.clock = clock;
        providers.forEach(MailProvider::requireSettings);
    }

    private static MailProvider named(String name, List<MailProvider> known) {
        return known.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "MAIL_PROVIDERS names '%s': it takes smtp and brevo.".formatted(name)));
    }

    /** The name of whoever took it; the failure of the last who did not. */
    public Uni<String> send(Letter letter) {
        return firstOf(inOrder(), letter);
    }

    /** Of the providers that count letters; one that does not tell keeps nobody else from telling. */
    public Uni<List<Credit>> credits() {
        return Multi.createFrom()
                .iterable(providers)
                .onItem()
                .transformToUniAndConcatenate(Delivery::credit)
                .onItem()
                .<Credit>disjoint()
                .collect()
                .asList();
    }

    private static Uni<List<Credit>> credit(MailProvider provider) {
        return provider.credit()
                .map(letters -> told(provider, letters))
                .onFailure()
                .recoverWithItem(failure -> List.of(Credit.untold(provider.name(), failure)));
    }

    private static List<Credit> told(MailProvider provider, Optional<Long> letters) {
        return letters.map(count -> Credit.of(provider.name(), count)).stream().toList();
    }

    private Uni<String> firstOf(List<MailProvider> left, Letter letter) {
        var provider = left.getFirst();
        return provider.send(letter)
                .ifNoItem()
                .after(patience)
                .fail()
                .replaceWith(provider.name())
                .onItem()
                .invoke(() -> restsUntil.remove(provider.name()))
                .onFailure(Delivery::isTrouble)
                .invoke(failure -> rest(provider))
                .onFailure(failure -> !(failure instanceof Undeliverable) && left.size() > 1)
                .recoverWithUni(() -> firstOf(left.subList(1, left.size()), letter));
    }

    private List<MailProvider> inOrder() {
        var now = clock.instant();
        return providers.stream()
                .sorted(Comparator.comparing(provider ->
                        restsUntil.getOrDefault(provider.name(), now).isAfter(now)))
                .toList();
    }

    private void rest(MailProvider provider) {
        if (restsUntil.put(provider.name(), clock.instant().plus(REST)) == null) {
            LOG.warnf("The mail provider %s is in trouble", provider.name());
        }
    }

    private static boolean isTrouble(Throwable failure) {
        return !(failure instanceof Undeliverable) && !(failure instanceof NotNow);
    }
}
