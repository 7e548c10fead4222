package dev.holdfast.courier.interleaving;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** JDBC over an actor's connection, in which every statement waits for its turn. */
final class SteppedDatabase {

    /** Nobody else sees it, so it makes no difference when it comes. */
    private static final String OF_ONES_OWN = "SET LOCAL";

    private static final int LONGEST_LABEL = 76;

    private SteppedDatabase() {}

    static DataSource over(Actor actor, UnaryOperator<String> change) {
        Connection connection = connection(actor, change);
        return proxy(
                DataSource.class,
                (self, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return connection;
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
    }

    static Connection connection(Actor actor, UnaryOperator<String> change) {
        return proxy(
                Connection.class,
                (self, method, arguments) ->
                        switch (method.getName()) {
                            case "close" -> null;
                            case "commit", "rollback" -> {
                                actor.awaitTurn(method.getName());
                                yield call(actor.connection(), method, arguments);
                            }
                            case "prepareStatement" -> {
                                String sql = change.apply((String) arguments[0]);
                                yield stepped(
                                        PreparedStatement.class,
                                        actor.connection().prepareStatement(sql),
                                        actor,
                                        sql,
                                        change);
                            }
                            case "createStatement" ->
                                    stepped(
                                            Statement.class,
                                            actor.connection().createStatement(),
                                            actor,
                                            null,
                                            change);
                            default -> call(actor.connection(), method, arguments);
                        });
    }

    private static <S extends Statement> S stepped(
            Class<S> kind,
            S statement,
            Actor actor,
            String prepared,
            UnaryOperator<String> change) {
        if (statement instanceof CallableStatement) {
            throw new UnsupportedOperationException("Calls are not stepped.");
        }
        return proxy(
                kind,
                (self, method, arguments) -> {
                    Object[] given = arguments;
                    if (method.getName().startsWith("execute")) {
                        if (given != null && given.length > 0) {
                            given = given.clone();
                            given[0] = change.apply((String) given[0]);
                        }
                        String sql = prepared == null ? (String) given[0] : prepared;
                        if (!sql.startsWith(OF_ONES_OWN)) {
                            actor.awaitTurn(label(sql));
                        }
                    }
                    return call(statement, method, given);
                });
    }

    /** The statement in one line, cut. */
    private static String label(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_LABEL ? line : line.substring(0, LONGEST_LABEL) + "…";
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> kind, InvocationHandler handler) {
        return kind.cast(
                Proxy.newProxyInstance(
                        SteppedDatabase.class.getClassLoader(), new Class<?>[] {kind}, handler));
    }
}
