package dev.holdfast.gateway.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.orders.PlaceOrder;
import dev.holdfast.gateway.ledger.LedgerEntry;
import dev.holdfast.gateway.listing.Page;
import dev.holdfast.gateway.listing.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The orders that a caller may see: from the view, and from the ledger before that. */
@ApplicationScoped
public class Orders {

    private final EntityManager database;
    private final ObjectMapper json;

    Orders(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** One order, from the moment it is accepted. */
    public Optional<Order> find(UUID id, Optional<String> onlyCustomer) {
        return OrderView.visible(id, onlyCustomer)
                .map(view -> Order.of(view, OrderLine.of(List.of(id))))
                .or(() -> accepted(id, onlyCustomer));
    }

    /** Orders from the moment they are placed. */
    Page<Order> list(OrderFilter filter, PageRequest request) {
        var page = filter.listing().read(database, request);
        var ids = page.items().stream().map(view -> view.id).toList();
        var lines = OrderLine.of(ids).stream().collect(Collectors.groupingBy(line -> line.orderId));
        return page.map(view -> Order.of(view, lines.getOrDefault(view.id, List.of())));
    }

    /** An order's id is the id of the command that places it. */
    private Optional<Order> accepted(UUID id, Optional<String> onlyCustomer) {
        return LedgerEntry.visible(id, onlyCustomer)
                .filter(Orders::placesOne)
                .map(entry -> read(entry.answerBody));
    }

    private static boolean placesOne(LedgerEntry entry) {
        return Catalogue.command(entry.type)
                .filter(type -> type.body() == PlaceOrder.class)
                .isPresent();
    }

    private Order read(String answer) {
        try {
            return json.readValue(answer, Order.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The ledger has an answer that is no order.", e);
        }
    }
}
