package dev.holdfast.gateway.access;

import dev.holdfast.gateway.problem.ProblemType;
import dev.holdfast.gateway.problem.Refused;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks, by the token of the request. */
@RequestScoped
public class Caller {

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /**
     * The token's {@code sub}. Idempotency keys belong to it.
     *
     * @throws Refused if the token names nobody
     */
    public String id() {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new Refused(
                    ProblemType.UNAUTHENTICATED,
                    "The token has no sub, so it says of nobody who asks.");
        }
        return subject;
    }

    /**
     * The one customer whose things the caller may see; empty for who may see everybody's. To be
     * part of the query, not a check on what it found.
     */
    public Optional<String> onlyCustomer() {
        var roles = token.getGroups();
        boolean everybody = roles.contains(Role.MERCHANT) || roles.contains(Role.OPERATOR);
        return everybody ? Optional.empty() : Optional.of(id());
    }

    /**
     * Makes sure that the caller may act for a customer.
     *
     * @throws Refused if it may not
     */
    public void requireActingFor(String customer) {
        if (onlyCustomer().filter(own -> !own.equals(customer)).isPresent()) {
            throw new Refused(
                    ProblemType.FORBIDDEN,
                    "A customer orders for itself: customer.id must be the sub of the token.");
        }
    }
}
