package dev.holdfast.devstack.payments;

/**
 * An error as Stripe words it.
 *
 * @param status of HTTP
 * @param code stable; null where Stripe has none
 * @param parameter which parameter is to blame; null if none
 * @param intent how the intent stands after the error; null if none is concerned
 */
record StripeError(
        int status, String type, String code, String parameter, String message, Intent intent) {

    private static final String INVALID_REQUEST = "invalid_request_error";

    static StripeError unauthorized(String message) {
        return new StripeError(401, INVALID_REQUEST, null, null, message, null);
    }

    static StripeError notFound(String parameter, String message) {
        return new StripeError(404, INVALID_REQUEST, "resource_missing", parameter, message, null);
    }

    static StripeError noSuchUrl(String method, String path) {
        String message = "Unrecognized request URL (%s: %s).".formatted(method, path);
        return new StripeError(404, INVALID_REQUEST, null, null, message, null);
    }

    /** A parameter that is missing, unknown or out of range, as the code says. */
    static StripeError parameter(String code, String parameter, String message) {
        return new StripeError(400, INVALID_REQUEST, code, parameter, message, null);
    }

    static StripeError missing(String parameter) {
        return parameter(
                "parameter_missing", parameter, "Missing required param: %s.".formatted(parameter));
    }

    /** A step that does not fit where the intent stands. */
    static StripeError state(String code, String message, Intent intent) {
        return new StripeError(400, INVALID_REQUEST, code, null, message, intent);
    }

    static StripeError declined(Intent intent) {
        Decline decline = intent.decline();
        return new StripeError(402, "card_error", decline.code(), null, decline.message(), intent);
    }

    static StripeError otherParameters(String key) {
        String message =
                "Keys for idempotent requests can only be used with the same parameters they were"
                        + " first used with. Try using a key other than '%s' if you meant to"
                        + " execute a different request.";
        return new StripeError(400, "idempotency_error", null, null, message.formatted(key), null);
    }

    static StripeError inFlight(String key) {
        String message =
                "There is currently another in-progress request using this Idempotent Key: '%s'.";
        return new StripeError(
                409, INVALID_REQUEST, "idempotency_key_in_use", null, message.formatted(key), null);
    }

    static StripeError failed() {
        return new StripeError(
                500, "api_error", null, null, "The sandbox fails, as it was asked to.", null);
    }
}
