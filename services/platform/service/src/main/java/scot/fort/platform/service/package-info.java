/**
 * What every service does alike between its door and its store; a service gets it by depending on this module.
 *
 * <p>Topics out: access, one event for each read of a child's record.
 */
@NullMarked
package scot.fort.platform.service;

import org.jspecify.annotations.NullMarked;
