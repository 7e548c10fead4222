package dev.holdfast.courier.rabbit;

import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.handler.CallingHandler;
import dev.holdfast.courier.handler.CommandHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends each delivery the way that it must go. */
@ApplicationScoped
class CommandWork {

    private final CommandReader reader;
    private final CommandBatch batch;
    private final CommandCalls calls;
    private final CommandCircuits circuits;
    private final CommandFate fate;
    private final CommandMetrics metrics;

    CommandWork(
            CommandReader reader,
            CommandBatch batch,
            CommandCalls calls,
            CommandCircuits circuits,
            CommandFate fate,
            CommandMetrics metrics) {
        this.reader = reader;
        this.batch = batch;
        this.calls = calls;
        this.circuits = circuits;
        this.fate = fate;
        this.metrics = metrics;
    }

    /**
     * Takes deliveries. Those whose channel has closed are left out: they are delivered again.
     *
     * @throws dev.holdfast.courier.drain.HandedBack if the process stops first
     */
    void take(List<CommandDelivery> deliveries) {
        metrics.received(deliveries.size());
        List<CommandMessage> together = new ArrayList<>(deliveries.size());
        for (CommandDelivery delivery : deliveries) {
            if (delivery.live()) {
                switch (reader.read(delivery)) {
                    case CommandRefusal refusal -> fate.refused(refusal);
                    case CommandMessage command -> begin(command, together);
                }
            }
        }
        Failpoint.at("command.taken");
        batch.take(together);
    }

    private void begin(CommandMessage command, List<CommandMessage> together) {
        Duration open = circuits.open(command);
        if (open.isPositive()) {
            fate.postponed(command, open);
            return;
        }
        switch (command.handler()) {
            case CommandHandler<?> _ -> together.add(command);
            case CallingHandler<?, ?, ?> handler -> calls.begin(command, handler);
        }
    }
}
