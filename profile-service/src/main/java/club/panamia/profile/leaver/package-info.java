/** What happens to profiles when somebody wants a copy of their data, or leaves. */
@NullMarked
package club.panamia.profile.leaver;

import org.jspecify.annotations.NullMarked;
