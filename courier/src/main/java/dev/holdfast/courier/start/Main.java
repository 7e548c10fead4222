package dev.holdfast.courier.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Starts a service. What is missing or wrong in its settings is told in one sentence; any other
 * failure with all that is known of it.
 */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... args) {
        Quarkus.run(null, Main::ended, args);
    }

    private static void ended(int exitCode, Throwable failure) {
        if (failure != null) {
            StartFailure.sentence(failure)
                    .ifPresentOrElse(
                            sentence -> System.err.println("Not started: " + sentence),
                            failure::printStackTrace);
        }
        System.exit(exitCode);
    }
}
