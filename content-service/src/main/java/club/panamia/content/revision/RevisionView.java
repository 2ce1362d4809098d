package club.panamia.content.revision;

import club.panamia.content.wording.ArticleDraft;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that an article said, whole. */
@Schema(description = "One thing that an article said, whole")
public record RevisionView(
        @Schema(required = true) RevisionEntry entry,
        @Schema(required = true) ArticleDraft wording) {

    static RevisionView of(Row row) {
        return new RevisionView(
                RevisionEntry.of(row),
                StoredDraft.read(row.getJsonObject("wording").encode()));
    }
}
