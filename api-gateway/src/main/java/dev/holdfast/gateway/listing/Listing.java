package dev.holdfast.gateway.listing;

import jakarta.persistence.EntityManager;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;

/**
 * A list over one table, read page by page along an index: however deep the page, only its own rows
 * are touched.
 */
public final class Listing<T> {

    private final Class<T> entity;
    private final String table;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private List<Key<T>> keys = List.of();
    private boolean ascending;

    private Listing(Class<T> entity, String table) {
        this.entity = entity;
        this.table = table;
    }

    public static <T> Listing<T> of(Class<T> entity, String table) {
        return new Listing<>(entity, table);
    }

    /** Only rows for which this SQL holds; each {@code ?} in it takes the next value. */
    public Listing<T> where(String condition, Object... arguments) {
        conditions.add(condition);
        values.addAll(List.of(arguments));
        return this;
    }

    /** In this order; the last key has to be unique. */
    public Listing<T> ascending(List<Key<T>> by) {
        keys = by;
        ascending = true;
        return this;
    }

    /** In this order backwards; the last key has to be unique. */
    public Listing<T> descending(List<Key<T>> by) {
        keys = by;
        ascending = false;
        return this;
    }

    public Page<T> read(EntityManager database, PageRequest request) {
        var statement = statement(request);
        var query = database.unwrap(Session.class).createNativeQuery(statement.sql(), entity);
        for (int i = 0; i < statement.values().size(); i++) {
            query.setParameter(i + 1, statement.values().get(i));
        }
        List<T> rows = query.getResultList();
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        var shown = rows.subList(0, request.limit());
        return new Page<>(shown, cursorAt(shown.getLast()).encode());
    }

    /** One row more than asked for, which tells whether there is a next page. */
    public Statement statement(PageRequest request) {
        var all = new ArrayList<>(conditions);
        var arguments = new ArrayList<>(values);
        request.cursor()
                .ifPresent(
                        cursor -> {
                            all.add(beyond());
                            arguments.addAll(keyOf(cursor));
                        });
        String filter = all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
        String direction = ascending ? "" : " DESC";
        String order =
                keys.stream().map(k -> k.column() + direction).collect(Collectors.joining(", "));
        arguments.add(request.limit() + 1);
        return new Statement(
                numbered("SELECT * FROM " + table + filter + " ORDER BY " + order + " LIMIT ?"),
                arguments);
    }

    private String beyond() {
        String columns = keys.stream().map(Key::column).collect(Collectors.joining(", "));
        String marks = keys.stream().map(k -> "?").collect(Collectors.joining(", "));
        return "(%s) %s (%s)".formatted(columns, ascending ? ">" : "<", marks);
    }

    private List<Object> keyOf(Cursor cursor) {
        if (cursor.key().size() != keys.size()) {
            throw Cursor.foreign();
        }
        try {
            return IntStream.range(0, keys.size())
                    .mapToObj(i -> keys.get(i).parse().apply(cursor.key().get(i)))
                    .toList();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Cursor.foreign();
        }
    }

    private Cursor cursorAt(T row) {
        return new Cursor(keys.stream().map(key -> key.of().apply(row)).toList());
    }

    private static String numbered(String sql) {
        var numbered = new StringBuilder();
        int number = 0;
        for (char c : sql.toCharArray()) {
            numbered.append(c);
            if (c == '?') {
                numbered.append(++number);
            }
        }
        return numbered.toString();
    }
}
