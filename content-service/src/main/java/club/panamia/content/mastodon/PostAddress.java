package club.panamia.content.mastodon;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where people see a post of a Mastodon server: {@code https://host/@name/123} or {@code https://host/users/name/statuses/123}.
 * Where programs read it follows from that (Mastodon API, statuses).
 */
record PostAddress(URI url, String id) {

    private static final int LONGEST = 2048;
    private static final Pattern FORM =
            Pattern.compile("https?://[^/?#@\\s]+/(?:@[\\w.-]+|users/[\\w.-]+/statuses)/(\\d{1,32})");

    static PostAddress of(String url) {
        return find(url)
                .orElseThrow(() -> INVALID.because("This is not the address of a post.")
                        .at(
                                "/mastodonPostUrl",
                                "must be like https://server/@name/123, as the post's own server shows it"));
    }

    /** Empty where it has another form, as rows may have that were not written here. */
    static Optional<PostAddress> find(String url) {
        var form = FORM.matcher(url);
        return url.length() <= LONGEST && form.matches()
                ? Optional.of(new PostAddress(URI.create(url), form.group(1)))
                : Optional.empty();
    }

    URI post() {
        return url.resolve("/api/v1/statuses/" + id);
    }

    URI thread() {
        return url.resolve("/api/v1/statuses/" + id + "/context");
    }

    String server() {
        return url.getAuthority();
    }
}
