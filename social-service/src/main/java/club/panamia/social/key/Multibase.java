package club.panamia.social.key;

import java.math.BigInteger;
import java.util.Arrays;

/** Bytes as text in base58btc, led by {@code z} (Multibase data format, section 3). */
final class Multibase {

    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);
    private static final int LONGEST = 200;

    private Multibase() {}

    static String base58btc(byte[] bytes) {
        var digits = new StringBuilder();
        for (var rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(BASE)) {
            digits.append(ALPHABET.charAt(rest.mod(BASE).intValue()));
        }
        for (var i = 0; i < bytes.length && bytes[i] == 0; i++) {
            digits.append(ALPHABET.charAt(0));
        }
        return "z" + digits.reverse();
    }

    /** @throws IllegalArgumentException where it is not base58btc, begins with zero bytes or is too long for a key */
    static byte[] bytes(String text) {
        if (!text.startsWith("z") || text.length() > LONGEST) {
            throw new IllegalArgumentException("not base58btc, or too long");
        }
        var number = BigInteger.ZERO;
        for (var i = 1; i < text.length(); i++) {
            var digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("not base58btc");
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
