/** Shows an operator what became of the messages, and lets them have one tried again; never what a message says or to whom. */
@NullMarked
package scot.fort.notification.correspondence.web;

import org.jspecify.annotations.NullMarked;
