/** What people report, of all services, and what moderators make of it. */
@NullMarked
package club.panamia.ops.moderation;

import org.jspecify.annotations.NullMarked;
