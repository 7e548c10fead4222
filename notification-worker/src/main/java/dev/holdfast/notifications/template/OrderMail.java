package dev.holdfast.notifications.template;

import dev.holdfast.contracts.orders.PricedLine;
import dev.holdfast.notifications.order.OrderContact;
import dev.holdfast.notifications.rule.Notice;
import java.util.List;
import java.util.Locale;

/**
 * What the templates can say about an order. Every text is fit for one line; HTML is escaped by the
 * templates.
 *
 * @param reason the stable code of why it ended as it did; empty if there is none
 * @param tracking the number of the parcel; empty if there is none
 * @param amount the money that is told of; empty if none is
 */
public record OrderMail(
        String name,
        String reference,
        List<Line> lines,
        String total,
        String reason,
        String tracking,
        String amount) {

    /**
     * One line of the order.
     *
     * @param item its name, or its SKU if the catalogue does not have it
     * @param price for the whole line; empty if there is none
     */
    public record Line(int quantity, String item, String price) {}

    static OrderMail of(OrderContact order, Notice notice, Locale locale) {
        return new OrderMail(
                PlainText.line(order.customerName),
                PlainText.line(order.reference),
                order.lines.stream().map(line -> line(line, order.currency, locale)).toList(),
                Money.text(order.total, order.currency, locale),
                PlainText.line(notice.reason()),
                PlainText.line(notice.tracking()),
                notice.amount() == null ? "" : Money.text(notice.amount(), order.currency, locale));
    }

    private static Line line(PricedLine line, String currency, Locale locale) {
        return new Line(
                line.quantity(),
                PlainText.line(line.name() == null ? line.sku() : line.name()),
                line.unitPrice() == null
                        ? ""
                        : Money.text(line.unitPrice() * line.quantity(), currency, locale));
    }
}
