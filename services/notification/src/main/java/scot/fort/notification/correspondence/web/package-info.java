/** What operators and managers may see of the correspondence, and its retry. */
@NullMarked
package scot.fort.notification.correspondence.web;

import org.jspecify.annotations.NullMarked;
