package club.panamia.ops.newsletter;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.ops.newsletter.NewsletterPages.Templates;
import club.panamia.ops.page.Pages;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a reader may say of themselves, by the link in every newsletter. */
@Path(PreferencesResource.PATH)
class PreferencesResource {

    static final String PATH = "/api/newsletter/preferences";

    private final Readers readers;
    private final ReaderKey keys;

    PreferencesResource(Readers readers, ReaderKey keys) {
        this.readers = readers;
        this.keys = keys;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@RestQuery @Nullable String key, @Context RoutingContext context) {
        return reader(key)
                .chain(found -> found.isPresent()
                        ? Pages.show(
                                200,
                                Templates.preferences(
                                        found.get(), keys.of(found.get().id())),
                                found.get().locale())
                        : NewsletterPages.closed(context));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> save(
            @RestForm @Nullable String key,
            @RestForm @Nullable @Size(max = 75) @Pattern(regexp = "[^\\x00]*") String name,
            @RestForm @Nullable String type,
            @RestForm @Nullable @Pattern(regexp = "en|es") String locale,
            @Context RoutingContext context) {
        var chosen = SignupType.find(type)
                .orElseThrow(() -> INVALID.because("Choose one of the kinds.").at("type", "must be one of the page's"));
        var language = Objects.requireNonNullElse(locale, "en");
        return keys.readerId(key)
                .map(id -> readers.change(id, text(name), chosen, language, client(context)))
                .orElseGet(() -> Uni.createFrom().item(false))
                .chain(changed -> changed
                        ? Pages.show(200, Templates.saved(), Pages.locale(language))
                        : NewsletterPages.closed(context));
    }

    /** Only somebody who reads it has something to say of it. */
    private Uni<Optional<Reader>> reader(@Nullable String key) {
        return keys.readerId(key)
                .map(readers::one)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(found -> found.filter(Reader::reads));
    }

    private static String text(@Nullable String name) {
        return name == null ? "" : name.strip();
    }

    private static String client(RoutingContext context) {
        return context.request().remoteAddress().hostAddress();
    }
}
