/**
 * The open screenings as each instance holds them while somebody follows the queue, and how they change.
 *
 * <p>Each instance has one board for all who follow there. What this instance writes, the thread that writes it shows at once.
 * One reader does the rest: an event that another instance tells of is a reason to read that screening, and every few seconds
 * it reads which versions are new, for what neither has told of; the first two make it quick, the last makes it complete. A
 * client that was cut says until when it had been told, by the clock that dates every write, so that any instance can tell it
 * what was written since, what left the queue included, or where that is too much, all anew. Whoever follows reads from one
 * ring of the last moves, and is cut when the ring has gone past them: what it takes does not depend on how slowly they read.
 *
 * <p>It may touch nothing but the screenings, which it only reads; no topic depends on it.
 */
@NullMarked
package scot.fort.triage.board;

import org.jspecify.annotations.NullMarked;
