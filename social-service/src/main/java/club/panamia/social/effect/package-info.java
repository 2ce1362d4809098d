/** What comes here of what people of other servers do: a package for each kind of thing, a class for each kind of activity. */
@NullMarked
package club.panamia.social.effect;

import org.jspecify.annotations.NullMarked;
