package scot.fort.triage.screening.config;

/** A policy file is not as it must be; the message says what is wrong, in which file and on which line. */
final class PolicyFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    PolicyFault(String file, String what) {
        super(file + ": " + what);
    }

    PolicyFault(String file, int line, String what) {
        super(file + ", line " + line + ": " + what);
    }
}
