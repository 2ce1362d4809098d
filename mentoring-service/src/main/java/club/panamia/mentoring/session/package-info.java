/** Mentoring sessions, as the two people who hold them see them. */
@NullMarked
package club.panamia.mentoring.session;

import org.jspecify.annotations.NullMarked;
