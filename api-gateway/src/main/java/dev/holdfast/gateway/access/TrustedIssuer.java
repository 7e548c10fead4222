package dev.holdfast.gateway.access;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the development key out of production: whoever can read this repository's stack can sign
 * with it.
 */
@Singleton
class TrustedIssuer {

    static final String DEVELOPMENT = "holdfast-dev";

    private static final int CONFIGURATION_ERROR = 78;

    private final Optional<String> issuer;

    TrustedIssuer(@ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer) {
        this.issuer = issuer;
    }

    void check(@Observes StartupEvent started) {
        refusal(ConfigUtils.getProfiles(), issuer)
                .ifPresent(
                        sentence -> {
                            throw new PreventFurtherStepsException(sentence, CONFIGURATION_ERROR);
                        });
    }

    /** Why the gateway must not start, if it must not. */
    static Optional<String> refusal(Collection<String> profiles, Optional<String> issuer) {
        if (!profiles.contains("prod")) {
            return Optional.empty();
        }
        if (issuer.isEmpty()) {
            return Optional.of(
                    "The gateway does not start without MP_JWT_VERIFY_ISSUER, the issuer whose tokens it trusts.");
        }
        return issuer.filter(DEVELOPMENT::equals)
                .map(
                        name ->
                                "The gateway does not start in production with the development issuer '%s': set MP_JWT_VERIFY_ISSUER and MP_JWT_VERIFY_PUBLICKEY to your own."
                                        .formatted(name));
    }
}
