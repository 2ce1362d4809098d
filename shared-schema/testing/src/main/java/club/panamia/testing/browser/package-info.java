/** Pages as people meet them: a headless Chromium on a service under test. */
@NullMarked
package club.panamia.testing.browser;

import org.jspecify.annotations.NullMarked;
