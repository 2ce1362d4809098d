/** What a calendar of another program says of somebody's time (RFC 5545): a library reads the file, nothing here trusts it. */
@NullMarked
package club.panamia.mentoring.busytime;

import org.jspecify.annotations.NullMarked;
