/** Articles as ActivityPub documents. */
@NullMarked
package club.panamia.social.document.article;

import org.jspecify.annotations.NullMarked;
