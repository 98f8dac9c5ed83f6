/** Has the board kept while the service runs. */
@NullMarked
package scot.fort.triage.board.config;

import org.jspecify.annotations.NullMarked;
