package dev.holdfast.gateway.access;

/** What a token's {@code groups} may say. */
public final class Role {

    /** Orders for itself, and sees what is its own. */
    public static final String CUSTOMER = "customer";

    /** Keeps the catalogue and sees every order. */
    public static final String MERCHANT = "merchant";

    /** Sees and mends everything. */
    public static final String OPERATOR = "operator";

    private Role() {}
}
