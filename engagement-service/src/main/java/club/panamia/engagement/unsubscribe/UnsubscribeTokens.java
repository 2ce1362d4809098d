package club.panamia.engagement.unsubscribe;

import static club.panamia.engagement.unsubscribe.UnsubscribeProblem.NO_SUCH_SUBSCRIPTION;

import club.panamia.kernel.secret.EncryptionKeys;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/** What stands in a mail's link: who leaves what, sealed, so that nobody can leave for somebody else. */
@Singleton
public class UnsubscribeTokens {

    private static final String CONTEXT = "unsubscribe";
    private static final String EVERYTHING = "everything";
    private static final int LONGEST = 500;

    private final EncryptionKeys keys;

    UnsubscribeTokens(EncryptionKeys keys) {
        this.keys = keys;
    }

    /**
     * What a token stands for.
     *
     * @param category one, or everything that can be left
     */
    record Subscription(String userId, String category) {
        boolean everything() {
            return EVERYTHING.equals(category);
        }
    }

    /** For the one category that a mail is about, or for all mail. */
    public String of(String userId, Set<String> categories) {
        var category = categories.size() == 1 ? categories.iterator().next() : EVERYTHING;
        var sealed = keys.encrypt((userId + " " + category).getBytes(StandardCharsets.UTF_8), CONTEXT);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    Subscription open(String token) {
        if (token.length() > LONGEST) {
            throw NO_SUCH_SUBSCRIPTION.because("The link is not one of ours.");
        }
        try {
            var opened = keys.decrypt(Base64.getUrlDecoder().decode(token), CONTEXT);
            var parts = new String(opened, StandardCharsets.UTF_8).split(" ", 2);
            return new Subscription(parts[0], parts[1]);
        } catch (IllegalArgumentException e) {
            throw NO_SUCH_SUBSCRIPTION.because("The link is not one of ours, or it is not whole.");
        }
    }
}
