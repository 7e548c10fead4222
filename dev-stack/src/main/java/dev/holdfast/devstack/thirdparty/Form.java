package dev.holdfast.devstack.thirdparty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Form parameters, from a body or a query. Of a parameter that is given twice the last one counts.
 *
 * @param values sorted by name, so that equal forms are written alike whatever their order was
 */
public record Form(SortedMap<String, String> values) {

    public Form {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /**
     * Reads {@code a=1&b=2}.
     *
     * @throws BadRequest if an escape is broken
     */
    public static Form decode(String encoded) {
        var values = new TreeMap<String, String>();
        if (encoded == null || encoded.isBlank()) {
            return new Form(values);
        }
        try {
            for (String pair : encoded.strip().split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.put(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8));
            }
        } catch (IllegalArgumentException e) {
            throw new BadRequest("The form is not URL-encoded: %s.".formatted(e.getMessage()), e);
        }
        return new Form(values);
    }

    /** The value, if it is given and not empty. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** A number from {@code least} on, or {@code otherwise} if it is not given. */
    public int number(String name, int least, int most, int otherwise) {
        try {
            int number = value(name).map(Integer::parseInt).orElse(otherwise);
            if (number < least || number > most) {
                throw new BadRequest("%s must be from %d to %d.".formatted(name, least, most));
            }
            return number;
        } catch (NumberFormatException e) {
            throw new BadRequest("%s must be a number.".formatted(name), e);
        }
    }

    /** What stands in brackets after the name, as in {@code metadata[order_id]}. */
    public Map<String, String> nested(String name) {
        var nested = new TreeMap<String, String>();
        String prefix = name + "[";
        values.tailMap(prefix)
                .forEach(
                        (key, value) -> {
                            if (key.startsWith(prefix) && key.endsWith("]")) {
                                nested.put(key.substring(prefix.length(), key.length() - 1), value);
                            }
                        });
        return nested;
    }
}
