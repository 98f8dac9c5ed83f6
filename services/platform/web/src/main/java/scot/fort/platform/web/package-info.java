/**
 * What every service's HTTP side has in common; a service gets it by depending on this module and importing
 * {@code classpath:fort-web.yaml}.
 */
@NullMarked
package scot.fort.platform.web;

import org.jspecify.annotations.NullMarked;
