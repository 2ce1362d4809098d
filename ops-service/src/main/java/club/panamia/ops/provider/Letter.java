package club.panamia.ops.provider;

import java.util.Map;

/**
 * A mail as it leaves.
 *
 * @param id of its row in the outbox
 * @param from an address, with or without a name before it in the way of {@code Name <address>}
 * @param headers besides those that every mail has
 */
public record Letter(
        String id, String from, String to, String subject, String text, String html, Map<String, String> headers) {

    private static final String LIST = "List-Unsubscribe";

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
