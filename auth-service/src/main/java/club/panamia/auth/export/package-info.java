/** A copy of everything that the suite holds on one person, put together by all services. */
@NullMarked
package club.panamia.auth.export;

import org.jspecify.annotations.NullMarked;
