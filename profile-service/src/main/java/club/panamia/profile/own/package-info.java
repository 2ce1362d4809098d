/** A person and their own profile: begin it, change it, hand it in. */
@NullMarked
package club.panamia.profile.own;

import org.jspecify.annotations.NullMarked;
