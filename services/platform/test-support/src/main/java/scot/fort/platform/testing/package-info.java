/** What tests of every module share: an issuer of tokens, and the real parts to test against. */
@NullMarked
package scot.fort.platform.testing;

import org.jspecify.annotations.NullMarked;
