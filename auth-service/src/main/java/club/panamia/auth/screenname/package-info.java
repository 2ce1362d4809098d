/** Choosing a screenname: whether one is free, and taking it. */
@NullMarked
package club.panamia.auth.screenname;

import org.jspecify.annotations.NullMarked;
