package club.panamia.profile.directory;

import club.panamia.kernel.problem.QueryBean;
import club.panamia.profile.section.Category;
import club.panamia.profile.section.County;
import club.panamia.profile.section.Known;
import club.panamia.profile.section.Typed;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whom somebody looks for: {@code ?q=&category=&county=}, each of which may be left out. */
class DirectorySearch implements QueryBean {

    @RestQuery
    @Nullable
    @Size(max = 100)
    @Parameter(description = "Words of the name, the tags or the texts; the last one may be unfinished")
    String q;

    @RestQuery
    @Nullable
    @Known(value = Category.class, orBlank = true)
    @Parameter(description = "A category as profiles name it, such as art; older names are understood")
    String category;

    @RestQuery
    @Nullable
    @Known(value = County.class, orBlank = true)
    @Parameter(description = "palm_beach, broward or miami_dade")
    String county;

    Optional<String> words() {
        return Optional.ofNullable(Typed.text(q));
    }

    /** Who uses quotes or a minus means exactly that, and wants no guesses. */
    static boolean maybeMistyped(String words) {
        return !words.contains("\"") && !words.startsWith("-") && !words.contains(" -");
    }

    Optional<String> category() {
        return Optional.ofNullable(Typed.text(category));
    }

    Optional<String> county() {
        return Optional.ofNullable(Typed.text(county));
    }
}
