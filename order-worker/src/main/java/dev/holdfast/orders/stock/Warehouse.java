package dev.holdfast.orders.stock;

import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.List;

/**
 * All items.
 *
 * <p><b>Guarantee.</b> Nothing is ever oversold, and transactions that want the same items wait for
 * each other without deadlock: {@link #lock} is called once in a transaction, with every item that
 * it will touch.
 */
@ApplicationScoped
public class Warehouse {

    private final ItemTable items;
    private final PriceTable prices;
    private final Outbox outbox;
    private final TransactionSynchronizationRegistry transactions;

    Warehouse(
            ItemTable items,
            PriceTable prices,
            Outbox outbox,
            TransactionSynchronizationRegistry transactions) {
        this.items = items;
        this.prices = prices;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** What these items are called and cost now; locks nothing. */
    public PriceList priceList(Collection<String> skus) {
        return prices.read(skus);
    }

    /**
     * Locks these items until the transaction ends.
     *
     * @throws IllegalStateException if this transaction has locked items before: it could wait for
     *     one that waits for it
     */
    public Shelf lock(Collection<String> skus) {
        if (skus.isEmpty()) {
            return new Shelf(List.of());
        }
        if (transactions.getResource(Warehouse.class) != null) {
            throw new IllegalStateException("A transaction locks items once, all that it touches.");
        }
        transactions.putResource(Warehouse.class, "locks items");
        return new Shelf(items.lock(skus));
    }

    /** Writes what was done to the items, and tells of each whose stock has changed. */
    public void store(Shelf shelf) {
        tell(shelf);
        if (!shelf.changed().isEmpty()) {
            items.update(shelf.changed());
        }
    }

    /**
     * Tells of each item whose stock has changed since it was told of last: once, however often it
     * has changed.
     */
    void tell(Shelf shelf) {
        shelf.touched()
                .forEach(
                        (sku, touch) -> {
                            long version = shelf.nextVersion(sku);
                            StockLevel level = shelf.level(sku).orElseThrow();
                            outbox.publish(
                                    new StockChanged(
                                            sku, level.onHand(), level.reserved(), touch.what()),
                                    version,
                                    touch.cause());
                        });
        shelf.told();
    }
}
