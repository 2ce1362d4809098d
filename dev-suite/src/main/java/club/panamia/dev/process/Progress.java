package club.panamia.dev.process;

import java.io.PrintStream;

/** Tells how far the suite is, each line with the seconds since it began. */
public final class Progress {

    private final PrintStream out;
    private final long begin = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        out.printf("%6.1f s  %s%n", seconds(), line);
        out.flush();
    }

    public double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
