/** What a file is, told by its bytes: a picture, a sound or a film. */
@NullMarked
package club.panamia.social.file;

import org.jspecify.annotations.NullMarked;
