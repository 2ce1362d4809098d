/** Pages that point to each other and to the code. */
@NullMarked
package club.panamia.docs.pages;

import org.jspecify.annotations.NullMarked;
