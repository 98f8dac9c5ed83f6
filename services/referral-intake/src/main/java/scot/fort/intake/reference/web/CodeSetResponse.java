package scot.fort.intake.reference.web;

import org.jspecify.annotations.Nullable;
import scot.fort.intake.reference.CodeSet;

/** One of the sets that can be asked for. @param href where its codes are */
record CodeSetResponse(String name, String title, @Nullable String description, String href) {

    static final String PATH = "/v1/reference-data";

    static CodeSetResponse of(CodeSet set) {
        return new CodeSetResponse(set.name(), set.title(), set.description(), PATH + "/" + set.name());
    }
}
