package dev.holdfast.courier.interleaving;

import dev.holdfast.courier.interleaving.Actor.Standing;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Where the actors of one order stand. One of them moves at a time, but for those that a lock of
 * another keeps in their step: those go on by themselves when it is let go.
 */
final class Stage {

    private static final String BLOCKERS = "SELECT pg_blocking_pids(?)";
    private static final long LONGEST_STEP_SECONDS = 60;
    private static final long LOOK_AFTER_MICROS = 2_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Connection watcher;

    Stage(Connection watcher) {
        this.watcher = watcher;
    }

    void become(Actor actor, Standing standing) {
        lock.lock();
        try {
            actor.stand(standing);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the actor's thread until it is told to take its step. */
    void awaitTurn(Actor actor) {
        lock.lock();
        try {
            while (actor.standing() == Standing.WAITING) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets an actor that waits take its step. */
    void permit(Actor actor) {
        become(actor, Standing.RUNNING);
    }

    /**
     * Waits until nothing moves by itself any more, and somebody can be moved or all have ended.
     *
     * @return who can take a step
     */
    List<Actor> settled(List<Actor> actors) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_STEP_SECONDS);
        while (System.nanoTime() < deadline) {
            List<Actor> atWork = with(Standing.RUNNING, actors, true);
            List<Actor> waiting = with(Standing.WAITING, actors, false);
            if (atWork.isEmpty() || !waiting.isEmpty() && keptByLocks(atWork, actors)) {
                return waiting;
            }
        }
        throw new IllegalStateException("No step ended, and none can begin.");
    }

    /** Those who stand so; if some do and that may pass, after having given them a moment. */
    private List<Actor> with(Standing standing, List<Actor> actors, boolean patiently)
            throws InterruptedException {
        lock.lock();
        try {
            if (patiently && actors.stream().anyMatch(a -> a.standing() == standing)) {
                changed.await(LOOK_AFTER_MICROS, TimeUnit.MICROSECONDS);
            }
            return actors.stream().filter(a -> a.standing() == standing).toList();
        } finally {
            lock.unlock();
        }
    }

    private boolean keptByLocks(List<Actor> atWork, List<Actor> actors) throws SQLException {
        Set<Integer> ours = actors.stream().map(Actor::pid).collect(Collectors.toSet());
        for (Actor actor : atWork) {
            if (blockers(actor).stream().noneMatch(ours::contains)) {
                return false;
            }
        }
        return true;
    }

    private List<Integer> blockers(Actor actor) throws SQLException {
        try (PreparedStatement select = watcher.prepareStatement(BLOCKERS)) {
            select.setInt(1, actor.pid());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Array pids = row.getArray(1);
                return Arrays.asList((Integer[]) pids.getArray());
            }
        }
    }
}
