/** What a profile says, section by section, and the limits of each; typed records for the JSONB columns. */
@NullMarked
package club.panamia.profile.section;

import org.jspecify.annotations.NullMarked;
