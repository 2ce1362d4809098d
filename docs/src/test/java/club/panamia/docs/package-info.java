/** What the tests of the documents read: this checkout and the tables in its pages. */
@NullMarked
package club.panamia.docs;

import org.jspecify.annotations.NullMarked;
