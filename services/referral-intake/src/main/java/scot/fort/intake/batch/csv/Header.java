package scot.fort.intake.batch.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import scot.fort.platform.web.problem.FieldFault;

/** The first row, which says which column stands where. */
final class Header {

    /** Of a name that may be repeated in an answer, since it can hardly say anything of a person. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._]{1,64}");

    private Header() {}

    /** More semicolons than commas make it the semicolon, as spreadsheets have it where commas are in numbers. */
    static char separator(byte[] row) {
        int semicolons = 0;
        for (byte each : row) {
            semicolons += each == ';' ? 1 : each == ',' ? -1 : 0;
        }
        return semicolons > 0 ? ';' : ',';
    }

    /** Every column that is not known, or there twice. One with an odd name goes by its number. */
    static List<FieldFault> faults(List<String> names, Columns known) {
        List<FieldFault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            int number = index + 1;
            if (known.named(name).isEmpty()) {
                faults.add(
                        new FieldFault(pointer(name, number), "unknown-field", "Column " + number + " is not known."));
            } else if (!seen.add(name)) {
                faults.add(
                        new FieldFault(pointer(name, number), "duplicate", "Column " + number + " was there before."));
            }
        }
        return faults;
    }

    private static String pointer(String name, int number) {
        return FieldFault.member("", HARMLESS.matcher(name).matches() ? name : Integer.toString(number));
    }
}
