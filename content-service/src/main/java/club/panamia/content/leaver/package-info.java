/** What happens to articles when somebody wants a copy of their data, or leaves. */
@NullMarked
package club.panamia.content.leaver;

import org.jspecify.annotations.NullMarked;
