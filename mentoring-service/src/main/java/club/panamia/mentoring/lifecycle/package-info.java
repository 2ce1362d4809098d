/** What the two people in a session, and moderators, do about it; one path for each step. */
@NullMarked
package club.panamia.mentoring.lifecycle;

import org.jspecify.annotations.NullMarked;
