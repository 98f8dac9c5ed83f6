package scot.fort.journey.submission;

/** An idempotency key, which belongs to an organisation. */
record Key(String organisation, String text) {

    @Override
    public String toString() {
        return text + " of " + organisation;
    }
}
