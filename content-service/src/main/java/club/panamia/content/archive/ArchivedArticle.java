package club.panamia.content.archive;

import club.panamia.content.wording.ArticleDraft;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;

/** An article in a file: its address, and what it says. Where it stood when it was written down does not come back. */
record ArchivedArticle(
        @Pattern(
                regexp = "[a-z0-9]([a-z0-9_-]{0,98}[a-z0-9])?",
                message = "must be up to 100 of a-z, 0-9, _ and -, with a letter or digit at each end")
        String slug,

        @Valid @JsonUnwrapped @JsonInclude(JsonInclude.Include.NON_NULL)
        ArticleDraft draft) {

    static final String FOLDER = "articles/";
    static final String ENDING = ".md";

    String file() {
        return FOLDER + slug + ENDING;
    }
}
