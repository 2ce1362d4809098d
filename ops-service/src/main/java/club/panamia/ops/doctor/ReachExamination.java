package club.panamia.ops.doctor;

import static club.panamia.ops.doctor.Finding.ill;
import static club.panamia.ops.doctor.Finding.well;

import club.panamia.kernel.settings.Settings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether a connection comes about to whom this service needs: auth-service's keys and the mail server. */
@Singleton
class ReachExamination implements Examination {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Vertx vertx;
    private final URI keys;
    private final String mailHost;
    private final int mailPort;
    private final List<String> providers;

    ReachExamination(
            Vertx vertx,
            Settings settings,
            @ConfigProperty(name = "quarkus.mailer.host") String mailHost,
            @ConfigProperty(name = "quarkus.mailer.port") int mailPort,
            @ConfigProperty(name = "pana.ops.mail-providers") List<String> providers) {
        this.vertx = vertx;
        this.keys = settings.jwksUrl();
        this.mailHost = mailHost;
        this.mailPort = mailPort;
        this.providers = providers;
    }

    @Override
    public String name() {
        return "reach";
    }

    @Override
    public Uni<List<Finding>> look() {
        return Uni.combine()
                .all()
                .unis(keys(), mailServer())
                .asTuple()
                .map(both -> List.of(both.getItem1(), both.getItem2()));
    }

    private Uni<Finding> keys() {
        var usual = "https".equals(keys.getScheme()) ? HTTPS : HTTP;
        return reach(
                "auth-service",
                keys.getHost(),
                keys.getPort() < 0 ? usual : keys.getPort(),
                "See whether auth-service runs and JWKS_URL names it; tokens are refused once the known keys are too old.");
    }

    private Uni<Finding> mailServer() {
        return providers.contains("smtp")
                ? reach(
                        "mail server",
                        mailHost,
                        mailPort,
                        "See whether SMTP_HOST and SMTP_PORT are right and the network lets this service out to them.")
                : Uni.createFrom().item(well("mail server", "none is asked: MAIL_PROVIDERS does not name smtp"));
    }

    private Uni<Finding> reach(String name, String host, int port, String remedy) {
        var client = vertx.createNetClient();
        return client.connect(port, host)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(socket -> well(name, "answers at %s:%d".formatted(host, port)))
                .onFailure()
                .recoverWithItem(failure -> ill(name, "no connection to %s:%d".formatted(host, port), remedy))
                .eventually(client::close);
    }
}
