/** What happens to notifications, follows, lists and points when somebody wants a copy of their data, or leaves. */
@NullMarked
package club.panamia.engagement.leaver;

import org.jspecify.annotations.NullMarked;
