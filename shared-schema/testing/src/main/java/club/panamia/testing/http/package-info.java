/** HTTP as tests speak it: signed-in callers, a stub for remote servers, a mailbox. */
@NullMarked
package club.panamia.testing.http;

import org.jspecify.annotations.NullMarked;
