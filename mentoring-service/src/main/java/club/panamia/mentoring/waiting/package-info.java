/** Waiting for a mentor's time: whoever is first in line is offered what becomes free, and for two hours nobody else is. */
@NullMarked
package club.panamia.mentoring.waiting;

import org.jspecify.annotations.NullMarked;
