package club.panamia.social.text;

/**
 * Somebody whom a text names and who is known here.
 *
 * @param href where the name leads to
 */
public record Mentioned(Handle handle, String username, String href) {

    public static Mentioned of(String username, String domain, String href) {
        return new Mentioned(Handle.of(username, domain), username, href);
    }
}
