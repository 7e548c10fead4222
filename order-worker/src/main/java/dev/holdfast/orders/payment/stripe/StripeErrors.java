package dev.holdfast.orders.payment.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Reads what Stripe says when it does not do what it was asked. */
public class StripeErrors implements ResponseExceptionMapper<RuntimeException> {

    private static final ObjectReader ERRORS =
            new ObjectMapper()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readerFor(StripeError.class);

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 300;
    }

    @Override
    public RuntimeException toThrowable(Response response) {
        StripeError.Fields error = read(response.readEntity(String.class)).error();
        return switch (response.getStatus()) {
            case 400, 402, 404 -> new StripeRefusal(response.getStatus(), error);
            case 409 -> new StripeInFlight(error.message());
            default ->
                    new StripeUnavailable(
                            "Stripe answered %d: %s"
                                    .formatted(response.getStatus(), error.message()),
                            null);
        };
    }

    /** A proxy on the way may answer with a page of its own instead. */
    private static StripeError read(String body) {
        try {
            StripeError error = ERRORS.readValue(body);
            return error == null || error.error() == null ? StripeError.UNREADABLE : error;
        } catch (JsonProcessingException e) {
            return StripeError.UNREADABLE;
        }
    }
}
