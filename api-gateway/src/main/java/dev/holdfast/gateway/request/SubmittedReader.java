package dev.holdfast.gateway.request;

import dev.holdfast.gateway.problem.BodyLimit;
import dev.holdfast.gateway.problem.Fault;
import dev.holdfast.gateway.problem.ProblemType;
import dev.holdfast.gateway.problem.Refused;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Comparator;

/** Reads and checks every request body, in one place: a resource is given none that is wrong. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
class SubmittedReader implements MessageBodyReader<Submitted<?>> {

    private final StrictJson json = new StrictJson();
    private final Validator validator;

    SubmittedReader(Validator validator) {
        this.validator = validator;
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Submitted.class;
    }

    @Override
    public Submitted<?> readFrom(
            Class<Submitted<?>> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var content = (Class<?>) ((ParameterizedType) genericType).getActualTypeArguments()[0];
        return read(bytes(body), content);
    }

    private <T> Submitted<T> read(byte[] body, Class<T> type) {
        var tree = json.tree(body);
        T content = json.bind(tree, type);
        var faults =
                validator.validate(content).stream()
                        .map(v -> Fault.at(Pointers.of(v.getPropertyPath()), v.getMessage()))
                        .sorted(Comparator.comparing(Fault::pointer))
                        .toList();
        if (!faults.isEmpty()) {
            throw Refused.because(ProblemType.INVALID_REQUEST, faults);
        }
        return new Submitted<>(content, tree);
    }

    private static byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(BodyLimit.BYTES + 1);
        if (bytes.length > BodyLimit.BYTES) {
            throw BodyLimit.exceeded();
        }
        return bytes;
    }
}
