/** Names that people had before lead to the one that they have. */
@NullMarked
package club.panamia.engagement.screenname;

import org.jspecify.annotations.NullMarked;
