package dev.holdfast.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.gateway.problem.Fault;
import dev.holdfast.gateway.problem.ProblemType;
import dev.holdfast.gateway.problem.Refused;
import java.util.List;

/**
 * Text that JSON can say and PostgreSQL cannot store: the character zero, and half a surrogate
 * pair.
 */
final class UnstorableText {

    private UnstorableText() {}

    /**
     * Looks through names and values.
     *
     * @throws Refused if one of them cannot be stored
     */
    static void refuseIn(JsonNode tree) {
        walk(tree, "");
    }

    private static void walk(JsonNode node, String pointer) {
        if (node.isTextual() && !isStorable(node.textValue())) {
            throw refusal(pointer);
        }
        int index = 0;
        for (JsonNode element : node.isArray() ? node : List.<JsonNode>of()) {
            walk(element, pointer + "/" + index++);
        }
        for (var field : node.properties()) {
            if (!isStorable(field.getKey())) {
                throw refusal(pointer);
            }
            var place = new StringBuilder(pointer);
            Pointers.append(place, field.getKey());
            walk(field.getValue(), place.toString());
        }
    }

    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(
                        c ->
                                c == 0
                                        || c >= Character.MIN_SURROGATE
                                                && c <= Character.MAX_SURROGATE);
    }

    private static Refused refusal(String pointer) {
        return Refused.because(
                ProblemType.INVALID_REQUEST,
                List.of(Fault.at(pointer, "contains a character that is not valid Unicode text")));
    }
}
