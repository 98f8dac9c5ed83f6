/**
 * The life of a referral in the words that every service shares: its lane, priority and decisions, and the one status
 * that follows from what the services have said of it, in whatever order they were heard.
 */
@NullMarked
package scot.fort.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
