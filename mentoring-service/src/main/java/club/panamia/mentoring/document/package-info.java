/** How the two documents of a mentor are read as they were stored, changed in part, and told apart. */
@NullMarked
package club.panamia.mentoring.document;

import org.jspecify.annotations.NullMarked;
