/** Writing: what is said, to whom, changed and taken back. */
@NullMarked
package club.panamia.social.post;

import org.jspecify.annotations.NullMarked;
