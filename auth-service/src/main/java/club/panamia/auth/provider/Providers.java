package club.panamia.auth.provider;

import static club.panamia.auth.provider.ProviderProblem.DISABLED;
import static java.util.stream.Collectors.toUnmodifiableMap;

import club.panamia.auth.page.SignInOption;
import club.panamia.auth.page.SignInOptions;
import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The providers that are switched on. Made at start, so that a bad setting is refused then. */
@Singleton
@Startup
class Providers implements SignInOptions {

    private final Map<String, Provider> byId;
    private final Availability availability;

    Providers(ProviderSettings settings, Settings house, Tokens tokens, Availability availability) {
        this.availability = availability;
        byId = settings.byId().entrySet().stream()
                .map(entry -> new SwitchedOn(entry.getKey(), entry.getValue(), house).read(tokens))
                .flatMap(Optional::stream)
                .collect(toUnmodifiableMap(Provider::id, provider -> provider));
    }

    /** Unknown and disabled are the same to a browser. */
    Provider named(String id) {
        return Optional.ofNullable(byId.get(id))
                .orElseThrow(() -> DISABLED.because("Nobody signs in with '%s' here.".formatted(id)));
    }

    @Override
    public List<SignInOption> offered() {
        return byId.values().stream()
                .sorted(Comparator.comparing(Provider::label).thenComparing(Provider::id))
                .map(provider -> new SignInOption(
                        provider.id(), provider.label(), provider.startPath(), availability.seems(provider)))
                .toList();
    }
}
