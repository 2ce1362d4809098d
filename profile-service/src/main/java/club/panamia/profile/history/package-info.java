/** What was done about a profile, by whom and why. */
@NullMarked
package club.panamia.profile.history;

import org.jspecify.annotations.NullMarked;
