package dev.holdfast.gateway.ledger;

import dev.holdfast.gateway.access.Caller;
import dev.holdfast.gateway.access.Role;
import dev.holdfast.gateway.problem.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** What became of an accepted command. */
@Path("/v1/commands")
@RunOnVirtualThread
@RolesAllowed({Role.CUSTOMER, Role.MERCHANT, Role.OPERATOR})
public class CommandResource {

    private final Caller caller;

    CommandResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    public CommandState one(@RestPath UUID id) {
        var entry =
                LedgerEntry.visible(id, caller.onlyCustomer())
                        .orElseThrow(
                                () -> Refused.notFound("There is no command %s.".formatted(id)));
        CommandOutcome outcome = CommandOutcome.findById(id);
        return outcome == null ? CommandState.waiting(entry) : CommandState.decided(entry, outcome);
    }
}
