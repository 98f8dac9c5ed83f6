/**
 * Who is who in the local stack: an OpenID Connect issuer that gives its seeded clients tokens such as the services accept.
 *
 * <p>It listens on loopback only, knows no people, and has no place in production, where {@code FORT_ISSUER_URI} names a real issuer.
 */
@NullMarked
package scot.fort.identity;

import org.jspecify.annotations.NullMarked;
