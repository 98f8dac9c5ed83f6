package scot.fort.notification.correspondence;

/** Carries a message to its recipient. */
public interface Postman {

    /** Opens the recipient's address and hands the message over; the same message id is never two mails to a reader. */
    Outcome deliver(String referralId, Correspondence correspondence, Message message);
}
