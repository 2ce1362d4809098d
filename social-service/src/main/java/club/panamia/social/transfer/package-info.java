/** What people take along to another server and bring from there, in the files that Mastodon writes and reads. */
@NullMarked
package club.panamia.social.transfer;

import org.jspecify.annotations.NullMarked;
