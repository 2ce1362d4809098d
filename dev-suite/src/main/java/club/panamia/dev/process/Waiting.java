package club.panamia.dev.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Looking again until something holds or the time is up. */
public final class Waiting {

    private Waiting() {}

    /** Whether the condition held before the deadline; what it throws ends the wait. */
    public static boolean until(Duration atMost, Duration pause, BooleanSupplier condition) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            sleep(pause);
        }
        return true;
    }

    static Fault interrupted() {
        Thread.currentThread().interrupt();
        return new Fault("Interrupted.");
    }

    public static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }
}
