/** What holds for every request: its id, its headers, where it came from. */
@NullMarked
package club.panamia.kernel.request;

import org.jspecify.annotations.NullMarked;
