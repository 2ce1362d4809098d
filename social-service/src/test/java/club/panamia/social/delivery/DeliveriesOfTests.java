package club.panamia.social.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Sends what is due when a test says so. */
@ApplicationScoped
public class DeliveriesOfTests {

    private final SendOut sendOut;

    DeliveriesOfTests(SendOut sendOut) {
        this.sendOut = sendOut;
    }

    public void send() {
        sendOut.run().await().atMost(Duration.ofSeconds(30));
    }
}
