package scot.fort.journey.submission;

/** Where the line between a client and an instance breaks. */
enum Cut {
    NOWHERE,
    BEFORE_REQUEST,
    WITHIN_REQUEST,
    /** The request runs on while its client has heard of the break already, and may be sending again. */
    AFTER_REQUEST,
    /** The instance has answered: what it did is done. */
    BEFORE_ANSWER,
    WITHIN_ANSWER;

    boolean letsTheRequestThrough() {
        return this != BEFORE_REQUEST && this != WITHIN_REQUEST;
    }
}
