package dev.holdfast.gateway.access;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.logging.Level;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps the development key out of production: whoever can read a developer's disk can sign with
 * it. A gateway that is told to trust it does not start; its exit code is 78, a wrong
 * configuration.
 */
@Singleton
class TrustedIssuer {

    static final String DEVELOPMENT = "holdfast-dev";

    private static final Logger LOG = Logger.getLogger(TrustedIssuer.class);
    private static final int CONFIGURATION_ERROR = 78;

    /** In a start that ends early it misses its own parts, and says so with a stack trace. */
    private static final java.util.logging.Logger STOP =
            java.util.logging.Logger.getLogger("io.quarkus.runtime.shutdown.ShutdownRecorder");

    private final Optional<String> issuer;

    TrustedIssuer(@ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer) {
        this.issuer = issuer;
    }

    void check(@Observes @Priority(1) StartupEvent started) {
        refusal(ConfigUtils.getProfiles(), issuer)
                .ifPresent(
                        sentence -> {
                            LOG.fatal(sentence);
                            STOP.setLevel(Level.OFF);
                            Quarkus.asyncExit(CONFIGURATION_ERROR);
                            throw new PreventFurtherStepsException();
                        });
    }

    /** Why the gateway must not start, if it must not. */
    static Optional<String> refusal(Collection<String> profiles, Optional<String> issuer) {
        if (!profiles.contains("prod")) {
            return Optional.empty();
        }
        if (issuer.isEmpty()) {
            return Optional.of(
                    "The gateway does not start without MP_JWT_VERIFY_ISSUER, the issuer whose"
                            + " tokens it trusts.");
        }
        return issuer.filter(DEVELOPMENT::equals)
                .map(
                        name ->
                                ("The gateway does not start in production with the development"
                                                + " issuer '%s': set MP_JWT_VERIFY_ISSUER and"
                                                + " MP_JWT_VERIFY_PUBLICKEY to your own.")
                                        .formatted(name));
    }
}
