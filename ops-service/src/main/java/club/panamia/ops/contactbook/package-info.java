/** What the club's contact book at its mail provider should say, and how it comes to say so. */
@NullMarked
package club.panamia.ops.contactbook;

import org.jspecify.annotations.NullMarked;
