package club.panamia.kernel.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** Takes e-mail addresses, tokens and the passwords of URLs out of every line before it is written; leaves {@link RefusedTwice} out. */
@LoggingFilter(name = "redaction")
public final class Redaction implements Filter {

    private static final Pattern PASSWORD_IN_URL = Pattern.compile("(?<=://)[^\\s:@/]+:[^\\s@/]+(?=@)");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

    /** Only for its way of putting a line's parameters into its message. */
    private static final ExtFormatter WORDS = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord line) {
            return formatMessage(line);
        }
    };

    @Override
    public boolean isLoggable(LogRecord line) {
        if (line instanceof ExtLogRecord record) {
            var text = WORDS.formatMessage(record);
            var clean = clean(text);
            if (clean != null && !clean.equals(text)) {
                record.setMessage(clean, ExtLogRecord.FormatStyle.NO_FORMAT);
                record.setParameters(null);
            }
        }
        return !RefusedTwice.isSaidBy(line);
    }

    static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var clean = PASSWORD_IN_URL.matcher(text).replaceAll("[redacted]");
        clean = EMAIL.matcher(clean).replaceAll("[address]");
        clean = JWT.matcher(clean).replaceAll("[token]");
        return TOKEN.matcher(clean).replaceAll("[token]");
    }
}
