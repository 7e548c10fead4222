package dev.holdfast.devstack.token;

import java.util.regex.Pattern;

/** The id of whoever a token is for. */
final class Subject {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._@:-]{1,100}");

    private Subject() {}

    /**
     * @throws IllegalArgumentException if it is not an id
     */
    static String checked(String subject) {
        if (!ID.matcher(subject).matches()) {
            throw new IllegalArgumentException(
                    "A subject is 1 to 100 letters, digits and . _ @ : - and not '%s'."
                            .formatted(subject));
        }
        return subject;
    }
}
