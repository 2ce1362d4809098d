/** The pictures that a person shows: one that stands for them and up to three more. */
@NullMarked
package club.panamia.profile.image;

import org.jspecify.annotations.NullMarked;
