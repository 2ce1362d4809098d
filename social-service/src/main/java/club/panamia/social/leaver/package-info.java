/** What happens to actors and posts when somebody wants a copy of their data, or leaves. */
@NullMarked
package club.panamia.social.leaver;

import org.jspecify.annotations.NullMarked;
