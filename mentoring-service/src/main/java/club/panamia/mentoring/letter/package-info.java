/** What the two in a session are written: the mails that follow from what happened to it, each once. */
@NullMarked
package club.panamia.mentoring.letter;

import org.jspecify.annotations.NullMarked;
