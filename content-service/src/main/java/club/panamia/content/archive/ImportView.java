package club.panamia.content.archive;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the articles in a file. */
@Schema(description = "What became of the articles in a file")
record ImportView(@Schema(required = true) List<ImportedArticle> articles) {

    /** One of them. */
    @Schema(name = "ImportedArticle")
    record ImportedArticle(
            @Schema(required = true, description = "The slug in the file")
            String from,

            @Schema(required = true, description = "The slug here; another one where somebody had that")
            String slug,

            @Schema(required = true, description = "False where an article of mine says the same already")
            boolean created) {}
}
