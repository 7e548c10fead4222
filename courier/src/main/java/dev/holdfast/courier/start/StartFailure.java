package dev.holdfast.courier.start;

import io.quarkus.runtime.PreventFurtherStepsException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what kept a service from starting, if that is for whoever runs it to put right. */
final class StartFailure {

    private static final String NAME = "([\\w.\"/-]+)";

    /** How Quarkus and SmallRye Config say that a setting is missing. */
    private static final Pattern MISSING =
            Pattern.compile(
                    "(?:set configuration property '|@ConfigProperty for key |The config property )"
                            + NAME);

    /** How they say that a setting cannot be read, and how the scheduler does. */
    private static final Pattern UNREADABLE =
            Pattern.compile(
                    "(?:Failed to load config value of type .* for: |Invalid every\\(\\) .* every=\"\\{)"
                            + NAME);

    private static final String OURS = "dev.holdfast.";

    private StartFailure() {}

    /** The first of the causes that can be told in a sentence. */
    static Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> told(cause).stream())
                .findFirst();
    }

    private static Optional<String> told(Throwable cause) {
        return switch (cause) {
            case BindException taken -> Optional.of(line(taken.getMessage()) + ".");
            case PreventFurtherStepsException told -> Optional.ofNullable(told.getMessage());
            case SQLException sql ->
                    Optional.of("Postgres cannot be used: %s".formatted(line(sql.getMessage())));
            case IllegalArgumentException refused when ours(refused) ->
                    Optional.of(refused.getMessage());
            default -> setting(String.valueOf(cause.getMessage()));
        };
    }

    private static Optional<String> setting(String message) {
        return named(UNREADABLE, message, "%s cannot be read.")
                .or(() -> named(MISSING, message, "%s is not set."));
    }

    private static Optional<String> named(Pattern complaint, String message, String sentence) {
        Matcher found = complaint.matcher(message);
        return found.find() ? Optional.of(sentence.formatted(found.group(1))) : Optional.empty();
    }

    /** Whether it was thrown by Holdfast's own code, which complains in sentences. */
    private static boolean ours(Throwable refused) {
        return Stream.of(refused.getStackTrace())
                .limit(1)
                .anyMatch(frame -> frame.getClassName().startsWith(OURS));
    }

    private static String line(String message) {
        return message.replaceAll("\\s+", " ").strip();
    }
}
