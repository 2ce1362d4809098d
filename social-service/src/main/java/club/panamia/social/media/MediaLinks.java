package club.panamia.social.media;

import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.social.audience.Visibility;
import club.panamia.social.home.Home;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of files. What is not for everybody is shown at an address that is signed and soon over; it is the same for all
 * who may see the file, so that a browser keeps what it has loaded.
 */
@Singleton
public class MediaLinks {

    private static final String CONTEXT = "social-media";

    /** An address is good for the rest of this many seconds, and for as many again. */
    private static final long SPAN = 600;

    private final Home home;
    private final EncryptionKeys keys;
    private final Clock clock;

    MediaLinks(Home home, EncryptionKeys keys, Clock clock) {
        this.home = home;
        this.keys = keys;
        this.clock = clock;
    }

    /** Of a file that everybody may see. */
    public String address(String id, String file) {
        return prefix() + id + "/" + file;
    }

    /** The address as those get it who see a post like this; other servers' files are theirs to show. */
    public String shown(String address, Visibility visibility) {
        return visibility.isForEverybody() || !address.startsWith(prefix()) ? address : signed(address);
    }

    /** The same for who may see it now, and for a while. */
    public String signed(String address) {
        var until = (clock.instant().getEpochSecond() / SPAN + 2) * SPAN;
        return "%s?until=%d&signature=%s".formatted(address, until, signature(idIn(address), until));
    }

    /** Whether an address of this upload was signed, and is not over. */
    boolean isSigned(String id, @Nullable Long until, @Nullable String signature) {
        return until != null
                && signature != null
                && until > clock.instant().getEpochSecond()
                && keys.hasSigned(text(id, until), CONTEXT, bytes(signature));
    }

    private String signature(String id, long until) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.sign(text(id, until), CONTEXT));
    }

    private static String text(String id, long until) {
        return id + " until " + until;
    }

    private static byte[] bytes(String signature) {
        try {
            return Base64.getUrlDecoder().decode(signature);
        } catch (IllegalArgumentException nonsense) {
            return new byte[0];
        }
    }

    private String idIn(String address) {
        return address.substring(prefix().length(), address.lastIndexOf('/'));
    }

    private String prefix() {
        return home.at("/media/social/");
    }
}
