/** Where the children of referrals are kept, and how those are found who may be one. */
@NullMarked
package scot.fort.triage.identity.mongo;

import org.jspecify.annotations.NullMarked;
