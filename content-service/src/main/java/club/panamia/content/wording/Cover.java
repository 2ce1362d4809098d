package club.panamia.content.wording;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a cover that was uploaded here; any other is somebody else's picture. */
public final class Cover {

    static final String ADDRESS = "/media/content/[0-9a-f]{64}-960\\.jpg";

    private static final Pattern OURS = Pattern.compile("/media/content/([0-9a-f]{64})-960\\.jpg");

    private Cover() {}

    /** The upload that is shown there, if it is one of ours. */
    public static Optional<String> file(@Nullable String address) {
        return Optional.ofNullable(address)
                .map(OURS::matcher)
                .filter(match -> match.matches())
                .map(match -> match.group(1));
    }
}
