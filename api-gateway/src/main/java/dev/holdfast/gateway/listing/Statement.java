package dev.holdfast.gateway.listing;

import java.util.List;

/**
 * SQL as JPA takes it.
 *
 * @param values of {@code ?1}, {@code ?2} and so on
 */
public record Statement(String sql, List<Object> values) {}
