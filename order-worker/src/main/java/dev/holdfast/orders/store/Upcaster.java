package dev.holdfast.orders.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/**
 * How an event of one version reads as the next.
 *
 * @param from the type id that was written, for instance {@code holdfast.orders.OrderPlaced.v1}
 * @param to the type id it becomes, for instance {@code holdfast.orders.OrderPlaced.v2}
 * @param change pure; it may change the object it is given
 */
record Upcaster(String from, String to, UnaryOperator<ObjectNode> change) {}
