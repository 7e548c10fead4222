package dev.holdfast.devstack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Customers who order at the same time, at a steady rate. */
final class Crowd implements AutoCloseable {

    private static final int AT_ONCE = 16;

    private final Api api;
    private final Patience patience;
    private final int perSecond;
    private final Replies replies = new Replies();
    private final Semaphore customers = new Semaphore(AT_ONCE);
    private final Map<String, ReentrantLock> keys = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Crowd(Api api, Patience patience, int perSecond) {
        this.api = api;
        this.patience = patience;
        this.perSecond = perSecond;
    }

    Replies replies() {
        return replies;
    }

    /** Begins to order; done when every order was answered. */
    Future<?> order(List<Example> orders) {
        return threads.submit(
                () -> {
                    var sent = new ArrayList<Future<?>>();
                    long start = System.nanoTime();
                    for (Example order : orders) {
                        waitUntil(start + TimeUnit.SECONDS.toNanos(sent.size()) / perSecond);
                        customers.acquire();
                        sent.add(threads.submit(() -> place(order)));
                    }
                    for (Future<?> answer : sent) {
                        answer.get();
                    }
                    return null;
                });
    }

    /** Drops what is not answered yet. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void place(Example order) {
        try {
            // Requests under one key go one after the other, as from one careful client.
            var key = keys.computeIfAbsent(order.key(), _ -> new ReentrantLock());
            key.lock();
            try {
                replies.add(api.send("POST", "/v1/orders", order.body(), order.key()));
                patience.progress();
            } finally {
                key.unlock();
            }
        } finally {
            customers.release();
        }
    }

    private static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Fails if the orders could not be sent; answers whether all were. */
    static boolean done(Future<?> orders) {
        if (!orders.isDone()) {
            return false;
        }
        try {
            orders.get();
            return true;
        } catch (ExecutionException e) {
            throw rootOf(e) instanceof GaveUp gaveUp
                    ? gaveUp
                    : new GaveUp("The orders could not be sent.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GaveUp("The demo was interrupted.", e);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }
}
