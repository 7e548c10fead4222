package dev.holdfast.auditor.evidence;

/** How findings call things. */
public final class Names {

    private Names() {}

    /** {@code PlaceOrder}, of {@code holdfast.orders.PlaceOrder.v1}. */
    public static String ofType(String type) {
        String[] parts = type.split("\\.");
        return parts.length < 2 ? type : parts[parts.length - 2];
    }
}
