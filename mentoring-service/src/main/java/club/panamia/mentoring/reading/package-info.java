/** The sessions of a person, as they and moderators read them. */
@NullMarked
package club.panamia.mentoring.reading;

import org.jspecify.annotations.NullMarked;
