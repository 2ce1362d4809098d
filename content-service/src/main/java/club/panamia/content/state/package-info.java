/** In which state an article is, who has which part in it, and what each of them may do then. */
@NullMarked
package club.panamia.content.state;

import org.jspecify.annotations.NullMarked;
