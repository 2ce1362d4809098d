/** What happens to messages, newsletter and mails when somebody wants a copy of their data, or leaves. */
@NullMarked
package club.panamia.ops.leaver;

import org.jspecify.annotations.NullMarked;
