package club.panamia.kernel.personal;

import club.panamia.kernel.secret.EncryptionKeys;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Somebody asked for a copy of their data, or has left: whose rows a service is to look for. */
record SubjectRequest(
        String id,
        String userId,
        @Nullable String addresses,
        @Nullable String credit) {

    /** Of {@code id, user_id, addresses} in hexadecimal digits, {@code credit}; the addresses are gone once all is done. */
    static SubjectRequest of(Object[] row, EncryptionKeys keys) {
        var userId = (String) row[1];
        var sealed = (String) row[2];
        var addresses =
                sealed == null ? null : SealedAddresses.open(HexFormat.of().parseHex(sealed), userId, keys);
        return new SubjectRequest((String) row[0], userId, addresses, (String) row[3]);
    }
}
