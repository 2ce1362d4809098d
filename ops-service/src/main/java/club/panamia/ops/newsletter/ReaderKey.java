package club.panamia.ops.newsletter;

import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the links at the foot of every newsletter: whoever has it may leave the list or change what is on it, nothing
 * else. It needs no row, so that a link works as long as somebody is on the list.
 */
@Singleton
class ReaderKey {

    private final Tokens tokens;
    private final String site;

    ReaderKey(Tokens tokens, Settings settings) {
        this.tokens = tokens;
        site = settings.publicUrl().toString();
    }

    String of(String readerId) {
        return readerId + "." + tokens.hash("newsletter-reader:" + readerId);
    }

    /** Whose key it is, if it is one. */
    Optional<String> readerId(@Nullable String key) {
        return Optional.ofNullable(key)
                .filter(text -> text.indexOf('.') > 0 && text.length() <= 200)
                .map(text -> text.substring(0, text.indexOf('.')))
                .filter(id -> Tokens.same(of(id), key == null ? "" : key));
    }

    String preferencesUrl(String readerId) {
        return site + PreferencesResource.PATH + "?key=" + of(readerId);
    }

    String unsubscribeUrl(String readerId) {
        return site + UnsubscriptionResource.PATH + "?key=" + of(readerId);
    }
}
