package dev.holdfast.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing that is wrong with a request, and where.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body; null if the fault is elsewhere
 * @param parameter the name of the query parameter or header; null if the fault is in the body
 * @param detail a sentence part that follows the name: {@code must be at least 1}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(String pointer, String parameter, String detail) {

    public static Fault at(String pointer, String detail) {
        return new Fault(pointer, null, detail);
    }

    public static Fault in(String parameter, String detail) {
        return new Fault(null, parameter, detail);
    }

    /** As a sentence: {@code /lines/0/quantity must be at least 1.} */
    public String sentence() {
        String place = parameter != null ? parameter : pointer.isEmpty() ? "The body" : pointer;
        return "%s %s.".formatted(place, detail);
    }
}
