/**
 * What every service's HTTP side has in common; a service gets it by depending on this module.
 *
 * <p>It imports {@code classpath:fort-web.yaml} and sets {@code fort.port} and {@code fort.management-port}. A controller
 * says who may call it with {@code @Allow}, and takes as arguments the {@code Caller}, the {@code RequestContext}, a
 * {@code @CheckedBody} record, {@code IfMatch} and {@code PageQuery}. It refuses by throwing a {@code ProblemException}.
 * Query parameters are what it takes as {@code @RequestParam} and by {@code PageQuery}; others are refused.
 */
@NullMarked
package scot.fort.platform.web;

import org.jspecify.annotations.NullMarked;
