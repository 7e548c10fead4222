package dev.holdfast.gateway.order;

import java.util.Set;
import java.util.UUID;

/** Fired inside the process in the transaction that moves orders of the view on. */
public record OrdersChanged(Set<UUID> orders) {}
