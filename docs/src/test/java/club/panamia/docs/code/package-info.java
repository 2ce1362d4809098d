/** What holds for the sources of all modules and no compiler checks. */
@NullMarked
package club.panamia.docs.code;

import org.jspecify.annotations.NullMarked;
