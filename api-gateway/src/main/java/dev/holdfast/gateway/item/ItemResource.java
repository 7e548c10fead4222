package dev.holdfast.gateway.item;

import dev.holdfast.gateway.access.Role;
import dev.holdfast.gateway.ledger.Receipts;
import dev.holdfast.gateway.ledger.Submissions;
import dev.holdfast.gateway.listing.Key;
import dev.holdfast.gateway.listing.Listing;
import dev.holdfast.gateway.listing.Page;
import dev.holdfast.gateway.listing.PageRequest;
import dev.holdfast.gateway.request.IdempotencyKey;
import dev.holdfast.gateway.request.Submitted;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The catalogue and its stock over HTTP. */
@Path("/v1/items")
@RunOnVirtualThread
public class ItemResource {

    private final Submissions submissions;
    private final ItemIntake intake;
    private final EntityManager database;

    ItemResource(Submissions submissions, ItemIntake intake, EntityManager database) {
        this.submissions = submissions;
        this.intake = intake;
        this.database = database;
    }

    @PUT
    @Path("/{sku}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MERCHANT, Role.OPERATOR})
    public Response define(
            Submitted<DefineItemRequest> submitted,
            @RestPath String sku,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri) {
        var submission = submissions.put(uri, key, submitted);
        return Receipts.answer(intake.define(submission, Sku.checked(sku), submitted.content()))
                .build();
    }

    @POST
    @Path("/{sku}/stock")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MERCHANT, Role.OPERATOR})
    public Response adjust(
            Submitted<AdjustStockRequest> submitted,
            @RestPath String sku,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri) {
        var submission = submissions.posted(uri, key, submitted);
        return Receipts.answer(intake.adjust(submission, Sku.checked(sku), submitted.content()))
                .build();
    }

    @GET
    @Path("/{sku}")
    @RolesAllowed({Role.CUSTOMER, Role.MERCHANT, Role.OPERATOR})
    public Item one(@RestPath String sku) {
        return ItemView.defined(sku).map(Item::of).orElseThrow(() -> ItemIntake.unknown(sku));
    }

    @GET
    @RolesAllowed({Role.CUSTOMER, Role.MERCHANT, Role.OPERATOR})
    public Page<Item> list(@Context UriInfo uri) {
        return listing().read(database, PageRequest.of(uri)).map(Item::of);
    }

    static Listing<ItemView> listing() {
        return Listing.of(ItemView.class, "item_view")
                .where("definition_version > 0")
                .ascending(List.of(Key.text("sku", item -> item.sku)));
    }
}
