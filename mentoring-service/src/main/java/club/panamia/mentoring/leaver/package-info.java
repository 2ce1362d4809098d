/** What happens to sessions and forms when somebody wants a copy of their data, or leaves. */
@NullMarked
package club.panamia.mentoring.leaver;

import org.jspecify.annotations.NullMarked;
