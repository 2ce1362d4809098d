package club.panamia.kernel.personal;

import club.panamia.kernel.secret.EncryptionKeys;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** A person's e-mail addresses on their way to the services: encrypted, for this one person's request. */
public final class SealedAddresses {

    private SealedAddresses() {}

    public static byte[] seal(Collection<String> addresses, String userId, EncryptionKeys keys) {
        var text = addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return keys.encrypt(text.getBytes(StandardCharsets.UTF_8), context(userId));
    }

    /** Separated by blanks, which no address holds. */
    static String open(byte[] sealed, String userId, EncryptionKeys keys) {
        return new String(keys.decrypt(sealed, context(userId)), StandardCharsets.UTF_8);
    }

    private static String context(String userId) {
        return "subject-request:" + userId;
    }
}
