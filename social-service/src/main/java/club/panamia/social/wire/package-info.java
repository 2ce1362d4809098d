/** What other servers write: JSON-LD in all the forms that mean the same, addresses, and HTML that nobody has looked at. */
@NullMarked
package club.panamia.social.wire;

import org.jspecify.annotations.NullMarked;
