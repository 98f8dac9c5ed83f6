/** Opens what referrals say of children. */
@NullMarked
package scot.fort.triage.identity.content;

import org.jspecify.annotations.NullMarked;
