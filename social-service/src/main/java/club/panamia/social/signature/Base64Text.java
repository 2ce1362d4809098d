package club.panamia.social.signature;

import java.util.Base64;

/** Base64 that somebody else wrote. */
final class Base64Text {

    private Base64Text() {}

    static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw HeaderText.malformed();
        }
    }
}
