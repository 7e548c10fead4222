package dev.holdfast.courier.interleaving;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Runs a scenario in every order of its scripts' steps. A step that waits for a lock is recognized
 * by the server's own account of who blocks whom; its script is left where it is until the lock is
 * let go, and the order goes on with the others. A deadlock is left to the server.
 */
public final class Explorer implements AutoCloseable {

    private final DataSource database;
    private final Connection watcher;
    private final List<Connection> connections = new ArrayList<>();

    /**
     * An explorer over a database.
     *
     * @param database has to give as many connections as there are scripts, and one more
     */
    public Explorer(DataSource database) throws SQLException {
        this.database = database;
        this.watcher = database.getConnection();
    }

    /**
     * Runs every order.
     *
     * @return how many there were
     * @throws Violation at the first that violates
     */
    public int explore(Supplier<? extends Scenario> scenarios) throws Exception {
        int orders = 0;
        Optional<Path> path = Optional.of(Path.first());
        while (path.isPresent()) {
            run(scenarios.get(), path.get(), ++orders);
            path = path.get().next();
        }
        return orders;
    }

    private void run(Scenario scenario, Path path, int order) throws Exception {
        scenario.prepare();
        var stage = new Stage(watcher);
        List<Actor> actors = actors(scenario.scripts(), stage);
        List<String> schedule = new ArrayList<>();
        actors.forEach(Actor::start);
        List<Actor> movable = stage.settled(actors);
        while (!movable.isEmpty()) {
            Actor chosen = movable.get(path.choose(movable.size()));
            schedule.add(chosen.name() + ": " + chosen.next());
            stage.permit(chosen);
            movable = stage.settled(actors);
        }
        try {
            for (Actor actor : actors) {
                if (actor.failedAgainstItsWord()) {
                    throw actor.failure();
                }
            }
            scenario.verify();
        } catch (Throwable e) {
            throw new Violation(order, schedule, e);
        }
    }

    private List<Actor> actors(List<Script> scripts, Stage stage) throws SQLException {
        while (connections.size() < scripts.size()) {
            connections.add(database.getConnection());
        }
        List<Actor> actors = new ArrayList<>();
        for (int i = 0; i < scripts.size(); i++) {
            Connection connection = connections.get(i);
            actors.add(new Actor(scripts.get(i), stage, connection, pid(connection)));
        }
        return actors;
    }

    private static int pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
        watcher.close();
    }
}
