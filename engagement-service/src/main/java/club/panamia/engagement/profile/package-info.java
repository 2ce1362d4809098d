/** What people are told of their profiles. */
@NullMarked
package club.panamia.engagement.profile;

import org.jspecify.annotations.NullMarked;
