/** What people write, and the HTML that is made of it. */
@NullMarked
package club.panamia.social.text;

import org.jspecify.annotations.NullMarked;
