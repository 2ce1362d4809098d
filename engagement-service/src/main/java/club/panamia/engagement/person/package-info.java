/** Other people, as notifications and follows name them. */
@NullMarked
package club.panamia.engagement.person;

import org.jspecify.annotations.NullMarked;
