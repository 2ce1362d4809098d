/** What authors say when their article goes out, as posts. */
@NullMarked
package club.panamia.social.announcement;

import org.jspecify.annotations.NullMarked;
