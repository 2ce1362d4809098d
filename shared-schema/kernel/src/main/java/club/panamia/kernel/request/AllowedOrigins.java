package club.panamia.kernel.request;

import club.panamia.kernel.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;

/** Whose pages may act with a person's cookie: our own and those of {@code ALLOWED_ORIGINS} (RFC 6454). */
@ApplicationScoped
public class AllowedOrigins {

    private final Set<String> origins = new HashSet<>();

    AllowedOrigins(Settings settings) {
        origins.add(settings.publicUrl().toString());
        settings.allowedOrigins().ifPresent(origins::addAll);
    }

    public boolean contain(String origin) {
        return origins.contains(origin);
    }
}
