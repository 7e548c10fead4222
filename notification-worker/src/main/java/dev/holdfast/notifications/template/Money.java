package dev.holdfast.notifications.template;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Writes amounts the way people read them. */
final class Money {

    private Money() {}

    /**
     * An amount, for instance {@code €25.80}.
     *
     * @param minor in minor units
     * @param currency ISO 4217
     */
    static String text(long minor, String currency, Locale locale) {
        Currency unit = Currency.getInstance(currency);
        int digits = Math.max(0, unit.getDefaultFractionDigits());
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(unit);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(minor, digits));
    }
}
