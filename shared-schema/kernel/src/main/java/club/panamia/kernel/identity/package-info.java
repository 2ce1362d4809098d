/** Who is asking: a session cookie or a bearer token, both to one actor. */
@NullMarked
package club.panamia.kernel.identity;

import org.jspecify.annotations.NullMarked;
