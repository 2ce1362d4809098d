/** Who is signed in where: opening, showing and ending sessions. */
@NullMarked
package club.panamia.auth.session;

import org.jspecify.annotations.NullMarked;
