/**
 * The services' HTTP interfaces as OpenAPI 3.1, and the guard over what clients rely on.
 *
 * <p>What the code says (paths, parameters, answers, JSON Schemas of bodies, roles) is read from the controllers, none of
 * which runs for it; what only people can say (sentences, examples, refusals) is in {@code words/<service>.yaml}. The two
 * make {@code docs/openapi/<service>.json}, which each service serves as it is checked in, so that none of this is on the
 * class path of what runs.
 */
@NullMarked
package scot.fort.openapi;

import org.jspecify.annotations.NullMarked;
