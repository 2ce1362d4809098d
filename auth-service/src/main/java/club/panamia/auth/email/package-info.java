/** Further addresses of a person: each is asked for, shown to be theirs by a link, and can be let go. */
@NullMarked
package club.panamia.auth.email;

import org.jspecify.annotations.NullMarked;
