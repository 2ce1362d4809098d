/** What people do not want to read, or only behind a warning. */
@NullMarked
package club.panamia.social.filter;

import org.jspecify.annotations.NullMarked;
