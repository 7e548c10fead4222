package dev.holdfast.notifications.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.contracts.orders.PricedLine;
import dev.holdfast.notifications.Servers;
import dev.holdfast.notifications.order.OrderContact;
import dev.holdfast.notifications.rule.MailKind;
import dev.holdfast.notifications.rule.Notice;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class MailTemplatesTest {

    @Inject MailTemplates templates;

    @Test
    void a_confirmation_says_what_was_ordered_in_both_forms() {
        var mail =
                templates.render(
                        notice(MailKind.ORDER_CONFIRMED, null), "en", order("Ada", "web-1"));

        assertEquals("Your order web-1 is confirmed", mail.subject());
        assertEquals(
                """
                Hello Ada,

                your order web-1 is confirmed and paid. This is what you ordered:

                  2 × Green tea  €25.80
                  1 × CUP-07

                  Total: €25.80

                Thank you.
                """,
                mail.text());
        assertTrue(mail.html().contains("2 × Green tea"), mail.html());
        assertTrue(mail.html().contains("€25.80"), mail.html());
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void markup_in_an_order_stays_text(MailKind kind) {
        String evil = "<img src=x onerror=alert(1)>{mail.total}&";

        var mail = templates.render(notice(kind, evil), "en", order(evil, evil));

        assertFalse(mail.html().contains("<img"), mail.html());
        assertTrue(
                mail.html().contains("&lt;img src=x onerror=alert(1)&gt;{mail.total}&amp;"),
                mail.html());
        assertTrue(mail.text().contains(evil), mail.text());
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void line_breaks_in_an_order_do_not_break_lines(MailKind kind) {
        var mail =
                templates.render(
                        notice(kind, "a"),
                        "en",
                        order("Ada\n\nPay here", "web-1\r\nBcc: eve@example.org"));

        assertFalse(mail.subject().contains("\n"));
        assertFalse(mail.text().contains("\nPay here"));
        assertFalse(mail.text().contains("\nBcc:"));
    }

    @Test
    void the_reason_is_told_in_words() {
        assertTrue(rejected("out_of_stock").contains("because not everything in it is in stock."));
        assertTrue(
                rejected("unheard_of")
                        .contains("because it cannot be delivered as it was asked for."));
        assertTrue(
                templates
                        .render(
                                notice(MailKind.ORDER_DECLINED, "insufficient_funds"),
                                "en",
                                order("a", "b"))
                        .text()
                        .contains("the account does not cover it."));
    }

    private String rejected(String reason) {
        return templates
                .render(notice(MailKind.ORDER_REJECTED, reason), "en", order("a", "b"))
                .text();
    }

    @Test
    void a_parcel_is_told_with_its_number_if_it_has_one() {
        assertTrue(shipped("T-1").contains("Its tracking number is T-1."));
        assertFalse(shipped(null).contains("tracking"));
    }

    @Test
    void a_refund_is_told_with_its_amount() {
        var refund = new Notice(MailKind.ORDER_REFUNDED, null, null, 1290L);

        var mail = templates.render(refund, "en", order("Ada", "web-1"));

        assertEquals("€12.90 for your order web-1 come back", mail.subject());
        assertTrue(mail.text().contains("we have given back €12.90"), mail.text());
    }

    private String shipped(String tracking) {
        var parcel = new Notice(MailKind.ORDER_SHIPPED, null, tracking, null);
        return templates.render(parcel, "en", order("Ada", "web-1")).text();
    }

    private static Notice notice(MailKind kind, String text) {
        return new Notice(kind, text, text, 1290L);
    }

    private static OrderContact order(String name, String reference) {
        var order = new OrderContact();
        order.orderId = UUID.randomUUID();
        order.customerName = name;
        order.reference = reference;
        order.currency = "EUR";
        order.lines =
                List.of(
                        new PricedLine("TEA-01", "Green tea", 2, 1290L),
                        new PricedLine("CUP-07", null, 1, null));
        order.total = 2580;
        return order;
    }
}
