package club.panamia.social.embed;

import club.panamia.social.home.Home;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;

/** The addresses of a post of this server: its page, under whatever name its author had, and its ActivityPub id. */
@Singleton
class PostAddress {

    private static final String NAME = "{name}";

    private final Pattern form;

    PostAddress(Home home) {
        // What people copy may end in a slash, and in what others count their readers by.
        this.form = Pattern.compile("(?:%s|%s)(?<id>[0-9A-Za-z_-]{1,64})/?(?:[?#].*)?"
                .formatted(literally(home.status("")), page(home.post(NAME, ""))));
    }

    /** The id of the post's row. */
    Optional<String> idIn(String address) {
        var found = form.matcher(address.strip());
        return found.matches() ? Optional.of(found.group("id")) : Optional.empty();
    }

    private static String page(String address) {
        var name = address.indexOf(NAME);
        return literally(address.substring(0, name)) + "[^/?#]+" + literally(address.substring(name + NAME.length()));
    }

    private static String literally(String part) {
        return "(?i:%s)".formatted(Pattern.quote(part));
    }
}
