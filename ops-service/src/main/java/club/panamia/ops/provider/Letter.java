package club.panamia.ops.provider;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it leaves.
 *
 * @param id of its row in the outbox
 * @param from an address, with or without a name before it in the way of {@code Name <address>}
 * @param headers besides those that every mail has
 * @param calendar an invitation, or its end, as iCalendar, that mail programs put into their reader's calendar
 */
public record Letter(
        String id,
        String from,
        String to,
        String subject,
        String text,
        String html,
        Map<String, String> headers,
        @Nullable String calendar) {

    public static final String CALENDAR_FILE = "invite.ics";

    private static final String LIST = "List-Unsubscribe";
    private static final Pattern METHOD = Pattern.compile("\r\nMETHOD:(REQUEST|CANCEL)\r\n");

    /** A letter without an invitation. */
    public Letter(
            String id, String from, String to, String subject, String text, String html, Map<String, String> headers) {
        this(id, from, to, subject, text, html, headers, null);
    }

    /**
     * The type of the calendar's part, which names the method once more (RFC 6047, section 2.4).
     *
     * @throws IllegalArgumentException when the calendar has neither of the two that are mailed
     */
    public static String typeOf(String calendar) {
        var method = METHOD.matcher(calendar);
        if (!method.find()) {
            throw new IllegalArgumentException("What is mailed as a calendar invites or cancels.");
        }
        return "text/calendar; charset=utf-8; method=" + method.group(1);
    }

    static byte[] bytes(String calendar) {
        return calendar.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether it goes to everybody on a list, who may leave it (RFC 8058). */
    public boolean isOfAList() {
        return headers.containsKey(LIST);
    }

    public String domain() {
        return to.substring(to.lastIndexOf('@') + 1);
    }

    /** The same, with the header by which mail programs let people leave the list with one click (RFC 8058, section 3.1). */
    public static Map<String, String> leavingBy(String url) {
        return Map.of(LIST, "<" + url + ">", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
}
