/** To whom a profile belongs: claiming one that somebody else made for this address, and administrators who assign and undo. */
@NullMarked
package club.panamia.profile.claim;

import org.jspecify.annotations.NullMarked;
