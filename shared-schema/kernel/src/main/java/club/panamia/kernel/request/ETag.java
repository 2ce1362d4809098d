package club.panamia.kernel.request;

import club.panamia.kernel.secret.Sha256;
import org.jspecify.annotations.Nullable;

/** Entity tags, with their quotes (RFC 9110, section 8.8.3). */
public final class ETag {

    private static final int LENGTH = 20;

    private ETag() {}

    /** Of what has no version that could stand for it. */
    public static String of(String content) {
        return "\"" + Sha256.hex(content).substring(0, LENGTH) + "\"";
    }

    /**
     * Whether who asks has this state already. Tags are compared weakly, as for every read (RFC 9110, section 13.1.2). No tag has quotes
     * within, so that one with its quotes is in a list of them, with {@code W/} or without, where its text is.
     *
     * @param ifNoneMatch the header of this name: tags with commas between, or an asterisk
     */
    public static boolean isKnown(String tag, @Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && (ifNoneMatch.contains(tag) || ifNoneMatch.strip().equals("*"));
    }
}
