package club.panamia.engagement.points.correction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry that was added. */
record NewEntryView(@Schema(required = true) String id) {}
