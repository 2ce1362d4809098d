/** What people are told of the social service: who speaks to them, and what is made of what they said. */
@NullMarked
package club.panamia.engagement.social;

import org.jspecify.annotations.NullMarked;
