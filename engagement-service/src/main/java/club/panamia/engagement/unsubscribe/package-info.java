/** Leaving mail by the link in it, without signing in. */
@NullMarked
package club.panamia.engagement.unsubscribe;

import org.jspecify.annotations.NullMarked;
