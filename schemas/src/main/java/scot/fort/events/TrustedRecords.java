package scot.fort.events;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that the records of this module may be made from their names. Avro trusts no class otherwise, so whoever
 * decodes into generated classes calls {@link #register()} first.
 */
public final class TrustedRecords {

    static {
        var ours = TrustedRecords.class.getPackageName() + ".";
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(ours)));
    }

    private TrustedRecords() {}

    /** Takes effect once for the whole process, beside what is trusted already. */
    public static void register() {
        // the class has been initialised by the call
    }
}
