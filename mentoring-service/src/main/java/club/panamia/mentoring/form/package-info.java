/** What the six kinds of intake form ask, as JSON Schema and as a check. */
@NullMarked
package club.panamia.mentoring.form;

import org.jspecify.annotations.NullMarked;
