package dev.holdfast.courier.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * Binds one array per column, for an {@code INSERT … SELECT FROM unnest(…)}: a statement of one
 * shape, whatever the number of rows.
 */
public final class ArrayColumns<R> {

    private final Connection connection;
    private final PreparedStatement insert;
    private final List<R> rows;
    private int index;

    public ArrayColumns(Connection connection, PreparedStatement insert, List<R> rows) {
        this.connection = connection;
        this.insert = insert;
        this.rows = rows;
    }

    /**
     * Binds the next parameter.
     *
     * @param type the element's type as Postgres names it
     * @param column what each row has there; may be null
     */
    public void add(String type, Function<R, Object> column) throws SQLException {
        Object[] values = rows.stream().map(column).toArray();
        insert.setArray(++index, connection.createArrayOf(type, values));
    }
}
