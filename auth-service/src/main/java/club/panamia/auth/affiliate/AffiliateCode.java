package club.panamia.auth.affiliate;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** What people hand on: {@code CP} and ten of 32 symbols that nobody misreads (no 0, I, L or O): 50 random bits. */
record AffiliateCode(String text) {

    private static final String SYMBOLS = "123456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    static AffiliateCode random() {
        return new AffiliateCode(RANDOM.ints(LENGTH, 0, SYMBOLS.length())
                .mapToObj(symbol -> String.valueOf(SYMBOLS.charAt(symbol)))
                .collect(Collectors.joining("", "CP", "")));
    }
}
