/** Sends what is due, over SMTP. */
@NullMarked
package scot.fort.notification.correspondence.mail;

import org.jspecify.annotations.NullMarked;
