package club.panamia.dev.process;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Something that keeps the suite from running, told in one clear line and, where a program failed, the end of its log. */
public class Fault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Path log;
    private final String advice;

    public Fault(String line) {
        this(line, null);
    }

    public Fault(String line, @Nullable Path log) {
        this(line, log, "");
    }

    private Fault(String line, @Nullable Path log, String advice) {
        super(line);
        this.log = log;
        this.advice = advice;
    }

    /** The same with a last line that tells a way out. */
    public Fault advising(String wayOut) {
        return new Fault(String.valueOf(getMessage()), log, "\n" + wayOut);
    }

    /** The line, and below it what the failed program said last. */
    public String text() {
        return getMessage() + (log == null ? "" : "\n" + new LogTail(log).text()) + advice;
    }
}
