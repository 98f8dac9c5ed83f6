/** The service's description of itself in OpenAPI, built in under {@code openapi/<service>.json}. */
@NullMarked
package scot.fort.platform.web.description;

import org.jspecify.annotations.NullMarked;
