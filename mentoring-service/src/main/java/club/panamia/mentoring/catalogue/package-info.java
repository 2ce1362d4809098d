/** What there is to choose from. */
@NullMarked
package club.panamia.mentoring.catalogue;

import org.jspecify.annotations.NullMarked;
