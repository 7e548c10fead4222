package dev.holdfast.courier.rabbit;

import dev.holdfast.courier.drain.HandedBack;
import dev.holdfast.courier.retry.Classify;
import dev.holdfast.courier.retry.FailureClass;
import dev.holdfast.courier.retry.Outage;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tries one command until what becomes of it is durable and the command is acknowledged.
 *
 * <p>Conflicts are tried again on the spot. While Postgres does not answer, nothing is decided
 * about any command. But if it answers each time and the command still says that it does not, the
 * command is what fails.
 */
@ApplicationScoped
class CommandTry {

    private static final int AT_ONCE = 3;

    private final CommandFate fate;
    private final CommandCircuits circuits;
    private final Outage outage;

    CommandTry(CommandFate fate, CommandCircuits circuits, Outage outage) {
        this.fate = fate;
        this.circuits = circuits;
        this.outage = outage;
    }

    /**
     * Tries it.
     *
     * @param work carries the command out, durably when it returns
     * @throws HandedBack if the process stops first
     */
    void run(CommandMessage command, Runnable work) {
        int conflicts = 0;
        int broken = 0;
        while (true) {
            Throwable error = failure(work);
            if (error == null) {
                command.delivery().acknowledge();
                return;
            }
            FailureClass failure = Classify.of(error);
            if (failure == FailureClass.DATABASE_DOWN && broken < AT_ONCE) {
                broken = outage.waitOut() ? 0 : broken + 1;
            } else if (failure == FailureClass.CONFLICT && conflicts < AT_ONCE) {
                conflicts++;
            } else if (failure == FailureClass.CIRCUIT_OPEN) {
                fate.postponed(command, circuits.opened(command, error));
                return;
            } else {
                fate.failed(command, failure, error);
                return;
            }
        }
    }

    /** A handler's error, such as a stack overflow, is its failure too. */
    private static Throwable failure(Runnable work) {
        try {
            work.run();
            return null;
        } catch (HandedBack e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }
}
