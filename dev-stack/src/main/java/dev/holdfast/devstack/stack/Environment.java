package dev.holdfast.devstack.stack;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Settings as environment variables, named as MicroProfile Config looks them up. */
final class Environment {

    private Environment() {}

    static Map<String, String> of(Map<String, String> settings) {
        var environment = new HashMap<String, String>();
        settings.forEach((key, value) -> environment.put(variable(key), value));
        return environment;
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
