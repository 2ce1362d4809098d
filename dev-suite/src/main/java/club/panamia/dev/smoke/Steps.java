package club.panamia.dev.smoke;

import java.io.PrintStream;

/** Prints one line for each step that held, and what was expected and got for the one that did not. */
final class Steps {

    private final PrintStream out;
    private int passed;

    Steps(PrintStream out) {
        this.out = out;
    }

    void step(String name, Runnable step) {
        var began = System.nanoTime();
        try {
            step.run();
        } catch (RuntimeException e) {
            out.printf("FAILED  %s (%d ms)%n", name, millisSince(began));
            throw e;
        }
        passed++;
        out.printf("ok  %s (%d ms)%n", name, millisSince(began));
    }

    int passed() {
        return passed;
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
