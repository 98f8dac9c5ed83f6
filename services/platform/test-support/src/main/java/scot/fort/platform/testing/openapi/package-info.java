/** What an OpenAPI description promises, to be held against what a service does. */
@NullMarked
package scot.fort.platform.testing.openapi;

import org.jspecify.annotations.NullMarked;
