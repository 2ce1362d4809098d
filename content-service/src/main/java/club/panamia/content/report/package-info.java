/** Readers say that an article does harm; moderators look at it. */
@NullMarked
package club.panamia.content.report;

import org.jspecify.annotations.NullMarked;
