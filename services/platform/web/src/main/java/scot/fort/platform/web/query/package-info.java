/** Holds a request's query to what the method that it calls takes. */
@NullMarked
package scot.fort.platform.web.query;

import org.jspecify.annotations.NullMarked;
