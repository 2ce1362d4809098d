/** A session between a mentor and a mentee: what can happen to it, what follows from that, and the time that it takes of both. */
@NullMarked
package club.panamia.mentoring.session;

import org.jspecify.annotations.NullMarked;
