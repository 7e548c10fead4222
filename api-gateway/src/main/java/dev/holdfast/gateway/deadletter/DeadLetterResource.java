package dev.holdfast.gateway.deadletter;

import dev.holdfast.gateway.access.Role;
import dev.holdfast.gateway.listing.Key;
import dev.holdfast.gateway.listing.Listing;
import dev.holdfast.gateway.listing.Page;
import dev.holdfast.gateway.listing.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** What services gave up on, over HTTP. */
@Path("/v1/dead-letters")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
public class DeadLetterResource {

    private final EntityManager database;

    DeadLetterResource(EntityManager database) {
        this.database = database;
    }

    @GET
    public Page<DeadLetter> list(@Context UriInfo uri) {
        return listing().read(database, PageRequest.of(uri)).map(DeadLetter::of);
    }

    static Listing<DeadLetterRow> listing() {
        return Listing.of(DeadLetterRow.class, "dead_letter_view")
                .descending(
                        List.of(
                                Key.instant("dead_at", row -> row.deadAt),
                                Key.uuid("id", row -> row.id)));
    }
}
