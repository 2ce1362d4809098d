package club.panamia.ops.webhook;

import static club.panamia.kernel.problem.CommonProblem.INVALID;
import static club.panamia.kernel.problem.CommonProblem.MALFORMED;

import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.secret.Sha256;
import club.panamia.kernel.secret.Tokens;
import club.panamia.ops.contactbook.Contacts;
import club.panamia.ops.newsletter.LeaveNewsletter;
import club.panamia.ops.suppression.Suppressions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Where Brevo calls. It shows the token that it was given when the webhook was made, as a bearer's; whoever does not show it
 * learns nothing and changes nothing. One thing or a list of them.
 */
@Path("/webhooks/brevo")
class BrevoResource {

    private static final int AT_ONCE = 1000;
    private static final int WRONG_PER_MINUTE = 20;

    private final Suppressions suppressions;
    private final LeaveNewsletter leaveNewsletter;
    private final Contacts contacts;
    private final RateLimits limits;
    private final ObjectReader reader;
    private final Optional<String> token;

    BrevoResource(
            Suppressions suppressions,
            LeaveNewsletter leaveNewsletter,
            Contacts contacts,
            RateLimits limits,
            ObjectMapper json,
            @ConfigProperty(name = "pana.brevo.webhook-token") Optional<String> token) {
        this.suppressions = suppressions;
        this.leaveNewsletter = leaveNewsletter;
        this.contacts = contacts;
        this.limits = limits;
        this.reader = json.readerFor(new TypeReference<List<@Nullable BrevoNews>>() {})
                .with(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
        this.token = token;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Void> hear(@Nullable String body, @Context RoutingContext context) {
        return authentic(context)
                .onItem()
                .transformToMulti(yes -> Multi.createFrom().iterable(read(body == null ? "" : body)))
                .filter(BrevoNews::concernsAnAddress)
                .onItem()
                .transformToUniAndConcatenate(this::note)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> note(BrevoNews news) {
        var address = String.valueOf(news.email());
        return news.left()
                ? contacts.left(address, news.at()).chain(() -> leaveNewsletter.toldBy("brevo", address, news.at()))
                : suppressions.hear(
                        Sha256.hex(news.identity()),
                        address,
                        news.bounced() ? news.at() : null,
                        news.complained() ? news.at() : null);
    }

    private Uni<Void> authentic(RoutingContext context) {
        var shown = context.request().getHeader("Authorization");
        if (token.isPresent() && shown != null && Tokens.same(shown, "Bearer " + token.get())) {
            return Uni.createFrom().voidItem();
        }
        return limits.take(
                        "webhook",
                        context.request().remoteAddress().hostAddress(),
                        WRONG_PER_MINUTE,
                        Duration.ofMinutes(1))
                .onItem()
                .failWith(() -> WebhookProblem.NOT_AUTHENTIC.because("Show the token that the webhook was made with."));
    }

    private List<BrevoNews> read(String body) {
        try {
            List<@Nullable BrevoNews> news = reader.readValue(body);
            if (news == null || news.size() > AT_ONCE || news.contains(null)) {
                throw INVALID.because("It takes one thing that happened, or a list of a thousand at most.");
            }
            return news.stream().filter(java.util.Objects::nonNull).toList();
        } catch (JsonProcessingException e) {
            throw MALFORMED.because("The body is not what Brevo sends.");
        }
    }
}
