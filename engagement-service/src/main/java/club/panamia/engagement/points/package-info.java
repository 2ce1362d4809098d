/** The points ledger: what people did for the community, and whom it brought here. Rows are added and reversed, never edited. */
@NullMarked
package club.panamia.engagement.points;

import org.jspecify.annotations.NullMarked;
