/** What people report to the moderators: actors, and posts. */
@NullMarked
package club.panamia.social.report;

import org.jspecify.annotations.NullMarked;
