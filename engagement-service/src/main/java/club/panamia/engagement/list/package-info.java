/** Lists of people, profiles and articles that somebody keeps, for themselves or for others. */
@NullMarked
package club.panamia.engagement.list;

import org.jspecify.annotations.NullMarked;
