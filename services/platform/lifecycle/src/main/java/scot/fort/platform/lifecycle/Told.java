package scot.fort.platform.lifecycle;

import java.util.List;
import java.util.Optional;

/** What an event says in clear, as far as the status of a referral follows from it; codes are the names of symbols. */
public interface Told {

    /** The event's record name, for example {@code ScreeningDecided}. */
    String type();

    Optional<String> text(String field);

    Optional<Integer> number(String field);

    /** The texts of a list; none when the field is absent. */
    List<String> texts(String field);
}
