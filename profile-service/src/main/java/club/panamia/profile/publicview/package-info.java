/** What everybody may see of one person: nothing by which they could be reached against their will. */
@NullMarked
package club.panamia.profile.publicview;

import org.jspecify.annotations.NullMarked;
