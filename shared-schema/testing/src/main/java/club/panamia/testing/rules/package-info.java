/** What the byte code of every service must keep to. */
@NullMarked
package club.panamia.testing.rules;

import org.jspecify.annotations.NullMarked;
