package dev.holdfast.gateway.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.holdfast.gateway.problem.Fault;
import dev.holdfast.gateway.problem.ProblemType;
import dev.holdfast.gateway.problem.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads what clients send, without guessing: no unknown fields, no field twice, no number as text
 * or the other way round, nothing behind the end. What services send each other is read leniently,
 * elsewhere.
 */
final class StrictJson {

    private static final int DEEPEST = 20;

    private final JsonMapper mapper = mapper();

    /**
     * The body as a tree.
     *
     * @throws Refused if it is not JSON; says where
     */
    JsonNode tree(byte[] body) {
        try {
            JsonNode tree = mapper.readTree(body);
            if (tree.isMissingNode()) {
                throw new Refused(ProblemType.MALFORMED_JSON, "The body is empty.");
            }
            UnstorableText.refuseIn(tree);
            return tree;
        } catch (JsonProcessingException e) {
            throw new Refused(ProblemType.MALFORMED_JSON, where(e) + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory does not fail.", e);
        }
    }

    /**
     * The tree as a record.
     *
     * @throws Refused if it has unknown fields, or values of the wrong kind
     */
    <T> T bind(JsonNode tree, Class<T> type) {
        try {
            T content = mapper.treeToValue(tree, type);
            if (content == null) {
                throw mismatch("", "must be an object");
            }
            return content;
        } catch (UnrecognizedPropertyException e) {
            throw Refused.because(
                    ProblemType.UNKNOWN_FIELD,
                    List.of(
                            Fault.at(
                                    Pointers.of(e.getPath()),
                                    "is not known here; known are "
                                            + names(e.getKnownPropertyIds()))));
        } catch (JsonMappingException e) {
            throw mismatch(Pointers.of(e.getPath()), Mismatch.expected(e));
        } catch (JsonProcessingException e) {
            throw new Refused(ProblemType.MALFORMED_JSON, where(e) + e.getOriginalMessage());
        }
    }

    private static Refused mismatch(String pointer, String expected) {
        return Refused.because(ProblemType.INVALID_REQUEST, List.of(Fault.at(pointer, expected)));
    }

    private static String where(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null
                ? ""
                : "Line %d, column %d: ".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String names(Collection<Object> fields) {
        return fields.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static JsonMapper mapper() {
        var mapper =
                JsonMapper.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .withCoercionConfig(LogicalType.Textual, StrictJson::refuseOtherThanText)
                        .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        return mapper;
    }

    private static void refuseOtherThanText(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }
}
