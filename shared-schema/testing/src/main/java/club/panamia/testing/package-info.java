/** What tests of every module stand on. */
@NullMarked
package club.panamia.testing;

import org.jspecify.annotations.NullMarked;
