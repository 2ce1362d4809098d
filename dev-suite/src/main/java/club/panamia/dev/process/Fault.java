package club.panamia.dev.process;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Something that keeps the suite from running, told in one clear line and, where a program failed, the end of its log. */
public class Fault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Path log;

    public Fault(String line) {
        this(line, null);
    }

    public Fault(String line, @Nullable Path log) {
        super(line);
        this.log = log;
    }

    /** The line, and below it what the failed program said last. */
    public String text() {
        return log == null ? getMessage() + "" : getMessage() + "\n" + new LogTail(log).text();
    }
}
