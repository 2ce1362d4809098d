package club.panamia.profile.directory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A few people, for a home page. */
@Schema(description = "A few people")
record Selection(@Schema(required = true) List<DirectoryEntry> items) {}
