package club.panamia.profile.geocode;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.profile.section.PlainText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address to look for: at least one of its parts. */
@Schema(description = "An address to look for: street, place or ZIP; the names are those of a profile's address")
public record Whereabouts(
        @Nullable @Size(max = 200) @PlainText String line1,
        @Nullable @Size(max = 100) @PlainText String locality,
        @Nullable @Size(max = 100) @PlainText String region,
        @Nullable @Size(max = 20) @PlainText String postalCode,

        @Nullable @Pattern(regexp = "[A-Za-z]{2}", message = "must be the two letters of a country")
        String country) {

    /** In one line, written alike however it was typed. */
    String inOneLine() {
        var line = Stream.of(line1, locality, region, postalCode, country)
                .filter(Objects::nonNull)
                .map(part -> part.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        if (line.isEmpty()) {
            throw INVALID.because("Say at least a place or a ZIP.").at("/locality", "must not be empty");
        }
        return line;
    }
}
