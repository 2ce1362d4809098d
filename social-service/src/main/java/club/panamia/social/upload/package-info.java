/** What people upload for their posts: kept, thrown away, swept when no post shows it. */
@NullMarked
package club.panamia.social.upload;

import org.jspecify.annotations.NullMarked;
