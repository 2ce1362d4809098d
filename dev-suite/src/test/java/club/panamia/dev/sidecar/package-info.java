/** Apps beside the suite, as their authors write them. */
@NullMarked
package club.panamia.dev.sidecar;

import org.jspecify.annotations.NullMarked;
