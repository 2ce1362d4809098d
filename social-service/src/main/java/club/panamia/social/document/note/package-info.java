/** Posts as ActivityPub documents, for everybody or for those they are meant for, with what they show and ask. */
@NullMarked
package club.panamia.social.document.note;

import org.jspecify.annotations.NullMarked;
