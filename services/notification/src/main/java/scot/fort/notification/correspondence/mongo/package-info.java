/** Where the correspondence is kept. */
@NullMarked
package scot.fort.notification.correspondence.mongo;

import org.jspecify.annotations.NullMarked;
