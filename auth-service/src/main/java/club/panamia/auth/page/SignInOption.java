package club.panamia.auth.page;

/**
 * A button on the sign-in page.
 *
 * @param id of the provider, such as {@code google}
 * @param label its name as people know it
 * @param startPath a path of ours where signing in with it begins; the page adds {@code ?callbackUrl=}
 * @param working false while it is known to be down: the page says so and points to the magic link
 */
public record SignInOption(String id, String label, String startPath, boolean working) {}
