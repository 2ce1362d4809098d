/** Where settings come from, and which ones a production service refuses to start with. */
@NullMarked
package club.panamia.kernel.settings;

import org.jspecify.annotations.NullMarked;
