/** People of this server who go on elsewhere, and say under which other ids they are known. */
@NullMarked
package club.panamia.social.migration;

import org.jspecify.annotations.NullMarked;
