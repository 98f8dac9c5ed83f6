package scot.fort.allocation.directory.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import scot.fort.platform.web.problem.FieldFault;
import tools.jackson.databind.JsonNode;

/** Services as HSDS 3.0 documents, in an array or in a page; each is checked by itself. */
record DirectoryRequest(JsonNode document) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    DirectoryRequest {}

    JsonNode services() {
        return document.isArray() ? document : document.get("contents");
    }

    /** Pointer of a service within the body. */
    String pointer(int index) {
        return FieldFault.member(document.isArray() ? "" : "/contents", Integer.toString(index));
    }
}
