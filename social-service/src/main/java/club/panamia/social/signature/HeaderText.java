package club.panamia.social.signature;

import static club.panamia.social.signature.SignatureProblem.NOT_SIGNED;

import club.panamia.kernel.problem.Problem;

/** A header's value, read from left to right (RFC 9110, section 5.6; RFC 8941, section 3.3). */
final class HeaderText {

    private final String text;
    private int at;

    HeaderText(String text) {
        this.text = text;
    }

    boolean ended() {
        blanks();
        return at == text.length();
    }

    boolean startsWith(char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }

    void expect(char expected) {
        blanks();
        if (!startsWith(expected)) {
            throw malformed();
        }
        at++;
    }

    /** A name: whatever comes before one of what ends names. */
    String name() {
        blanks();
        var begin = at;
        while (at < text.length() && "=;,()\" \t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (begin == at) {
            throw malformed();
        }
        return text.substring(begin, at);
    }

    /** A quoted string without its quotes, or what stands there without any. */
    String value() {
        blanks();
        return startsWith('"') ? quoted() : name();
    }

    /** Bytes in base64 between two colons. */
    String binary() {
        expect(':');
        var end = text.indexOf(':', at);
        if (end < 0) {
            throw malformed();
        }
        var bytes = text.substring(at, end);
        at = end + 1;
        return bytes;
    }

    String quoted() {
        expect('"');
        var value = new StringBuilder();
        while (!startsWith('"')) {
            if (startsWith('\\')) {
                at++;
            }
            if (at >= text.length()) {
                throw malformed();
            }
            value.append(text.charAt(at++));
        }
        at++;
        return value.toString();
    }

    /** All that follows. */
    String rest() {
        blanks();
        return text.substring(at).stripTrailing();
    }

    private void blanks() {
        while (startsWith(' ') || startsWith('\t')) {
            at++;
        }
    }

    static Problem malformed() {
        return NOT_SIGNED.because("The header of the signature cannot be read.");
    }
}
