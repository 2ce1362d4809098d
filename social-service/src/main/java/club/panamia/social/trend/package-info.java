/** What many people say and hand on of late. */
@NullMarked
package club.panamia.social.trend;

import org.jspecify.annotations.NullMarked;
