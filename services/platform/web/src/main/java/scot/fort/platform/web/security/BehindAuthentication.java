package scot.fort.platform.web.security;

import jakarta.servlet.Filter;

/**
 * A filter right behind authentication: it knows whose request this is, and nothing of the body has been read. Every
 * bean of this type stands there, and nowhere else.
 */
public interface BehindAuthentication extends Filter {}
