/** The identifiers that tie one request to its log lines and to the events it causes. */
@NullMarked
package scot.fort.platform.web.request;

import org.jspecify.annotations.NullMarked;
