/** What people are told of their mentoring sessions. */
@NullMarked
package club.panamia.engagement.mentoring;

import org.jspecify.annotations.NullMarked;
