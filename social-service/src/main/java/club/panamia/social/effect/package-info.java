/** What comes here of what people of other servers do: one class for each kind of activity and of thing. */
@NullMarked
package club.panamia.social.effect;

import org.jspecify.annotations.NullMarked;
