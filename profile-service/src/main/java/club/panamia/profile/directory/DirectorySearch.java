package club.panamia.profile.directory;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.problem.QueryBean;
import club.panamia.profile.section.Category;
import club.panamia.profile.section.County;
import club.panamia.profile.section.Known;
import club.panamia.profile.section.Typed;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whom somebody looks for. Each part may be left out; of several categories or counties one is enough. */
class DirectorySearch implements QueryBean {

    private static final int MOST = 12;
    private static final String DEGREES = "-?[0-9]{1,3}(\\.[0-9]{1,10})?";

    @RestQuery
    @Nullable
    @Size(max = 100)
    @Parameter(description = "Words of the name, the tags or the texts; the last one may be unfinished")
    String q;

    @RestQuery
    @Nullable
    @Size(max = MOST)
    @Known(value = Category.class, orBlank = true)
    @Parameter(description = "Categories as profiles name them, such as art; older names are understood")
    List<String> category;

    @RestQuery
    @Nullable
    @Size(max = MOST)
    @Known(value = County.class, orBlank = true)
    @Parameter(description = "palm_beach, broward or miami_dade")
    List<String> county;

    @RestQuery
    @Nullable
    @Size(max = 100)
    @Parameter(description = "A town, such as Hialeah")
    String locality;

    @RestQuery
    @DefaultValue("false")
    @Parameter(description = "Only those who offer mentoring")
    boolean mentors;

    @RestQuery
    @Nullable
    @Size(max = 20)
    @Parameter(description = "A language in which they mentor, such as es")
    String language;

    @RestQuery
    @Nullable
    @Size(max = 50)
    @Parameter(description = "What they mentor in, as they name it; capitals and accents do not matter")
    String expertise;

    @RestQuery
    @Nullable
    @Pattern(regexp = DEGREES, message = "must be degrees such as 25.7617")
    @DecimalMin("-90")
    @DecimalMax("90")
    @Parameter(description = "Degrees (WGS 84), with lng: only those who show where they are, within radius of here")
    String lat;

    @RestQuery
    @Nullable
    @Pattern(regexp = DEGREES, message = "must be degrees such as -80.1918")
    @DecimalMin("-180")
    @DecimalMax("180")
    String lng;

    @RestQuery
    @Nullable
    @Pattern(regexp = "[0-9]{5}", message = "must be a ZIP code of five digits")
    @Parameter(
            description =
                    "Instead of lat and lng: around the middle of those with this ZIP code who show where they are")
    String zip;

    @RestQuery
    @DefaultValue("25")
    @Pattern(regexp = DEGREES, message = "must be a number of miles")
    @DecimalMin("0.1")
    @DecimalMax("100")
    @Parameter(description = "Miles, 25 unless asked otherwise")
    String radius = "25";

    @RestQuery
    @Nullable
    @Pattern(
            regexp = "relevance|distance|newest|name|shuffle",
            message = "must be relevance, distance, newest, name or shuffle")
    @Parameter(
            description =
                    "Unless asked otherwise: relevance with words, distance with a place, else name. Relevance compares five hundred who are called so, and five hundred others")
    String sort;

    @RestQuery
    @Nullable
    @Size(max = 64)
    @Parameter(
            description =
                    "Where a shuffle begins: the same seed gives the same order; today's date unless asked otherwise")
    String seed;

    /** Refuses what only makes sense together. */
    DirectorySearch checked() {
        if ((lat == null) != (lng == null)) {
            throw INVALID.because("A point has two coordinates.").at(lat == null ? "lat" : "lng", "must be there, too");
        }
        if (zip != null && lat != null) {
            throw INVALID.because("There is one place to search around.")
                    .at("zip", "must not be there beside lat and lng");
        }
        if (sort() == Sort.RELEVANCE && words().isEmpty()) {
            throw INVALID.because("Relevance is about words.").at("sort", "must not be relevance without q");
        }
        if (sort() == Sort.DISTANCE && !around()) {
            throw INVALID.because("A distance is from somewhere.").at("sort", "must not be distance without a place");
        }
        return this;
    }

    Sort sort() {
        return Optional.ofNullable(sort).flatMap(Sort::named).orElseGet(this::usualSort);
    }

    private Sort usualSort() {
        if (words().isPresent()) {
            return Sort.RELEVANCE;
        }
        return around() ? Sort.DISTANCE : Sort.NAME;
    }

    boolean around() {
        return lat != null || zip != null;
    }

    Optional<String> words() {
        return Optional.ofNullable(Typed.text(q));
    }

    /** Who uses quotes or a minus means exactly that, and wants no guesses. */
    static boolean maybeMistyped(String words) {
        return !words.contains("\"") && !words.startsWith("-") && !words.contains(" -");
    }

    List<Category> categories() {
        return Category.VOCABULARY.all(category);
    }

    List<County> counties() {
        return County.VOCABULARY.all(county);
    }
}
