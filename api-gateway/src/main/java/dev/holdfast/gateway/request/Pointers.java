package dev.holdfast.gateway.request;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import jakarta.validation.Path;
import java.util.List;

/** JSON Pointers (RFC 6901) for the places that Jackson and Bean Validation speak of. */
final class Pointers {

    private Pointers() {}

    static String of(List<Reference> path) {
        var pointer = new StringBuilder();
        for (Reference step : path) {
            append(pointer, step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }

    static String of(Path path) {
        var pointer = new StringBuilder();
        for (Path.Node step : path) {
            if (step.isInIterable()) {
                append(pointer, step.getIndex() == null ? step.getKey() : step.getIndex());
            }
            if (step.getName() != null && !step.getName().startsWith("<")) {
                append(pointer, step.getName());
            }
        }
        return pointer.toString();
    }

    static void append(StringBuilder pointer, Object step) {
        pointer.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
    }
}
