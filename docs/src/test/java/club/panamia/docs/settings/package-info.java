/** The page of settings against the code that reads them. */
@NullMarked
package club.panamia.docs.settings;

import org.jspecify.annotations.NullMarked;
