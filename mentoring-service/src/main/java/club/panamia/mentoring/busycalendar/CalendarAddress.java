package club.panamia.mentoring.busycalendar;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.problem.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where somebody's other calendar can be read, by whoever knows the address. */
@Schema(description = "The secret address of a calendar of mine (iCalendar)")
record CalendarAddress(
        @Schema(
                required = true,
                description = "https:// or webcal://",
                examples = "https://calendar.example/private-0123/basic.ics")
        @NotNull
        @Size(min = 1, max = 2000)
        String url) {

    /** As it can be asked for; http only where a suite on one machine allows it. */
    URI uri(boolean httpAllowed) {
        var uri = parsed(url.strip().replaceFirst("(?i)^webcals?:", "https:"));
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && httpAllowed)) {
            throw refused("must begin with https:// or webcal://");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw refused("must name a host, and neither user nor password");
        }
        return uri;
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw refused("must be a web address");
        }
    }

    /** The address itself is not repeated: it is a secret. */
    private static Problem refused(String message) {
        return INVALID.because("This is not the address of a calendar.").at("/url", message);
    }

    @Override
    public String toString() {
        return "CalendarAddress";
    }
}
