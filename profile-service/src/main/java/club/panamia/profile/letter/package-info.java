/** What people and staff are told by mail about a profile, and in which language. */
@NullMarked
package club.panamia.profile.letter;

import org.jspecify.annotations.NullMarked;
