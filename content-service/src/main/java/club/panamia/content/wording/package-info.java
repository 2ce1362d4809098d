/** What an article says, and in which terms. */
@NullMarked
package club.panamia.content.wording;

import org.jspecify.annotations.NullMarked;
