package dev.holdfast.courier.repair;

import java.util.List;

/**
 * A query for the distinct ids of an edge between {@code m.first} and {@code m.next}.
 *
 * @param values of its parameters; an array of text is one
 */
record Rows(String sql, List<Object> values) {}
