package club.panamia.auth.erasure;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether empty rows of those who have left are deleted; never a reason not to serve. */
@Readiness
@ApplicationScoped
class ErasureReadiness implements AsyncHealthCheck {

    private final Eraser eraser;

    ErasureReadiness(Eraser eraser) {
        this.eraser = eraser;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .item(HealthCheckResponse.named("erasure")
                        .up()
                        .withData("job", eraser.isOn() ? "on" : "off: POSTGRES_URL_ERASER is not set")
                        .build());
    }
}
