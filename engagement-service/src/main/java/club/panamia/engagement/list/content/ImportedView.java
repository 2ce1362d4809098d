package club.panamia.engagement.list.content;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of an import. */
@Schema(description = "What came of an import")
record ImportedView(
        @Schema(required = true, description = "How many are new on the list")
        int added,

        @Schema(required = true, description = "What there is not, or who does not want to be on lists")
        List<String> unknown) {

    static ImportedView of(Contents.Imported imported, List<ListedThing> things) {
        return new ImportedView(
                imported.added(),
                imported.unknown().stream()
                        .map(things::get)
                        .map(thing -> thing.kind() + "/" + thing.target())
                        .toList());
    }
}
