package dev.holdfast.contracts;

import static dev.holdfast.contracts.Service.NOTIFICATION_WORKER;
import static dev.holdfast.contracts.Service.ORDER_WORKER;
import static dev.holdfast.contracts.Service.SCHEDULER_SERVICE;

import dev.holdfast.contracts.notifications.NotificationFailed;
import dev.holdfast.contracts.notifications.NotificationSent;
import dev.holdfast.contracts.notifications.SendMail;
import dev.holdfast.contracts.operations.CancelRedrive;
import dev.holdfast.contracts.operations.CommandRefused;
import dev.holdfast.contracts.operations.DeadLetterDiscarded;
import dev.holdfast.contracts.operations.DeadLetterRedriven;
import dev.holdfast.contracts.operations.DeadLetterResolved;
import dev.holdfast.contracts.operations.DeadLettered;
import dev.holdfast.contracts.operations.DeadLettersDiscarded;
import dev.holdfast.contracts.operations.DiscardDeadLetters;
import dev.holdfast.contracts.operations.RedriveDeadLetters;
import dev.holdfast.contracts.operations.RedriveFinished;
import dev.holdfast.contracts.operations.RedriveProgressed;
import dev.holdfast.contracts.operations.RedriveStarted;
import dev.holdfast.contracts.orders.AuthorizePayment;
import dev.holdfast.contracts.orders.CancelOrder;
import dev.holdfast.contracts.orders.CapturePayment;
import dev.holdfast.contracts.orders.DeliverOrder;
import dev.holdfast.contracts.orders.ExpireOrder;
import dev.holdfast.contracts.orders.OrderCanceled;
import dev.holdfast.contracts.orders.OrderConfirmed;
import dev.holdfast.contracts.orders.OrderDeclined;
import dev.holdfast.contracts.orders.OrderDelivered;
import dev.holdfast.contracts.orders.OrderExpired;
import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.orders.OrderRejected;
import dev.holdfast.contracts.orders.OrderShipped;
import dev.holdfast.contracts.orders.PaymentAuthorized;
import dev.holdfast.contracts.orders.PaymentCaptured;
import dev.holdfast.contracts.orders.PaymentRefunded;
import dev.holdfast.contracts.orders.PaymentVoided;
import dev.holdfast.contracts.orders.PlaceOrder;
import dev.holdfast.contracts.orders.RefundOrder;
import dev.holdfast.contracts.orders.RefundPayment;
import dev.holdfast.contracts.orders.RefundRequested;
import dev.holdfast.contracts.orders.RestCanceled;
import dev.holdfast.contracts.orders.ShipOrder;
import dev.holdfast.contracts.orders.StockReserved;
import dev.holdfast.contracts.orders.VoidPayment;
import dev.holdfast.contracts.scheduler.CancelJob;
import dev.holdfast.contracts.scheduler.CancelTimer;
import dev.holdfast.contracts.scheduler.DefineSchedule;
import dev.holdfast.contracts.scheduler.DeleteSchedule;
import dev.holdfast.contracts.scheduler.EndFire;
import dev.holdfast.contracts.scheduler.FireScheduleNow;
import dev.holdfast.contracts.scheduler.MoveTimer;
import dev.holdfast.contracts.scheduler.PauseSchedule;
import dev.holdfast.contracts.scheduler.ResumeSchedule;
import dev.holdfast.contracts.scheduler.ScheduleChanged;
import dev.holdfast.contracts.scheduler.ScheduleFired;
import dev.holdfast.contracts.scheduler.SetTimer;
import dev.holdfast.contracts.scheduler.StartJob;
import dev.holdfast.contracts.scheduler.TimerFired;
import dev.holdfast.contracts.stock.AdjustStock;
import dev.holdfast.contracts.stock.DefineItem;
import dev.holdfast.contracts.stock.ItemDefined;
import dev.holdfast.contracts.stock.StockChanged;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that the services say to each other, in one list: a message that is not listed here
 * cannot be sent, and one that arrives under a name not listed here is not understood.
 */
public final class Catalogue {

    public static final List<CommandType<?>> COMMANDS =
            List.of(
                    new CommandType<>(
                            "holdfast.orders.PlaceOrder.v1", PlaceOrder.class, ORDER_WORKER),
                    new CommandType<>(
                            "holdfast.orders.AuthorizePayment.v1",
                            AuthorizePayment.class,
                            ORDER_WORKER),
                    new CommandType<>(
                            "holdfast.orders.VoidPayment.v1", VoidPayment.class, ORDER_WORKER),
                    new CommandType<>(
                            "holdfast.orders.ExpireOrder.v1", ExpireOrder.class, ORDER_WORKER),
                    new CommandType<>(
                            "holdfast.orders.CancelOrder.v1", CancelOrder.class, ORDER_WORKER),
                    new CommandType<>(
                            "holdfast.orders.ShipOrder.v1", ShipOrder.class, ORDER_WORKER),
                    new CommandType<>(
                            "holdfast.orders.DeliverOrder.v1", DeliverOrder.class, ORDER_WORKER),
                    new CommandType<>(
                            "holdfast.orders.RefundOrder.v1", RefundOrder.class, ORDER_WORKER),
                    new CommandType<>(
                            "holdfast.orders.CapturePayment.v1",
                            CapturePayment.class,
                            ORDER_WORKER),
                    new CommandType<>(
                            "holdfast.orders.RefundPayment.v1", RefundPayment.class, ORDER_WORKER),
                    new CommandType<>(
                            "holdfast.stock.DefineItem.v1", DefineItem.class, ORDER_WORKER),
                    new CommandType<>(
                            "holdfast.stock.AdjustStock.v1", AdjustStock.class, ORDER_WORKER),
                    new CommandType<>(
                            "holdfast.notifications.SendMail.v1",
                            SendMail.class,
                            NOTIFICATION_WORKER),
                    new CommandType<>(
                            "holdfast.scheduler.SetTimer.v1", SetTimer.class, SCHEDULER_SERVICE),
                    new CommandType<>(
                            "holdfast.scheduler.MoveTimer.v1", MoveTimer.class, SCHEDULER_SERVICE),
                    new CommandType<>(
                            "holdfast.scheduler.CancelTimer.v1",
                            CancelTimer.class,
                            SCHEDULER_SERVICE),
                    new CommandType<>(
                            "holdfast.scheduler.DefineSchedule.v1",
                            DefineSchedule.class,
                            SCHEDULER_SERVICE),
                    new CommandType<>(
                            "holdfast.scheduler.PauseSchedule.v1",
                            PauseSchedule.class,
                            SCHEDULER_SERVICE),
                    new CommandType<>(
                            "holdfast.scheduler.ResumeSchedule.v1",
                            ResumeSchedule.class,
                            SCHEDULER_SERVICE),
                    new CommandType<>(
                            "holdfast.scheduler.DeleteSchedule.v1",
                            DeleteSchedule.class,
                            SCHEDULER_SERVICE),
                    new CommandType<>(
                            "holdfast.scheduler.FireScheduleNow.v1",
                            FireScheduleNow.class,
                            SCHEDULER_SERVICE),
                    new CommandType<>(
                            "holdfast.scheduler.EndFire.v1", EndFire.class, SCHEDULER_SERVICE),
                    CommandType.addressed("holdfast.scheduler.StartJob.v1", StartJob.class),
                    CommandType.addressed("holdfast.scheduler.CancelJob.v1", CancelJob.class),
                    CommandType.addressed(
                            "holdfast.operations.RedriveDeadLetters.v1", RedriveDeadLetters.class),
                    CommandType.addressed(
                            "holdfast.operations.CancelRedrive.v1", CancelRedrive.class),
                    CommandType.addressed(
                            "holdfast.operations.DiscardDeadLetters.v1", DiscardDeadLetters.class));

    public static final List<EventType<?>> EVENTS =
            List.of(
                    new EventType<>(
                            "holdfast.orders.OrderPlaced.v1", OrderPlaced.class, Topics.ORDERS),
                    new EventType<>(
                            "holdfast.orders.StockReserved.v1", StockReserved.class, Topics.ORDERS),
                    new EventType<>(
                            "holdfast.orders.OrderRejected.v1", OrderRejected.class, Topics.ORDERS),
                    new EventType<>(
                            "holdfast.orders.PaymentAuthorized.v1",
                            PaymentAuthorized.class,
                            Topics.ORDERS),
                    new EventType<>(
                            "holdfast.orders.OrderConfirmed.v1",
                            OrderConfirmed.class,
                            Topics.ORDERS),
                    new EventType<>(
                            "holdfast.orders.OrderDeclined.v1", OrderDeclined.class, Topics.ORDERS),
                    new EventType<>(
                            "holdfast.orders.OrderExpired.v1", OrderExpired.class, Topics.ORDERS),
                    new EventType<>(
                            "holdfast.orders.PaymentVoided.v1", PaymentVoided.class, Topics.ORDERS),
                    new EventType<>(
                            "holdfast.orders.OrderCanceled.v1", OrderCanceled.class, Topics.ORDERS),
                    new EventType<>(
                            "holdfast.orders.OrderShipped.v1", OrderShipped.class, Topics.ORDERS),
                    new EventType<>(
                            "holdfast.orders.RestCanceled.v1", RestCanceled.class, Topics.ORDERS),
                    new EventType<>(
                            "holdfast.orders.OrderDelivered.v1",
                            OrderDelivered.class,
                            Topics.ORDERS),
                    new EventType<>(
                            "holdfast.orders.PaymentCaptured.v1",
                            PaymentCaptured.class,
                            Topics.ORDERS),
                    new EventType<>(
                            "holdfast.orders.RefundRequested.v1",
                            RefundRequested.class,
                            Topics.ORDERS),
                    new EventType<>(
                            "holdfast.orders.PaymentRefunded.v1",
                            PaymentRefunded.class,
                            Topics.ORDERS),
                    new EventType<>(
                            "holdfast.stock.ItemDefined.v1", ItemDefined.class, Topics.STOCK),
                    new EventType<>(
                            "holdfast.stock.StockChanged.v1", StockChanged.class, Topics.STOCK),
                    new EventType<>(
                            "holdfast.notifications.NotificationSent.v1",
                            NotificationSent.class,
                            Topics.NOTIFICATIONS),
                    new EventType<>(
                            "holdfast.notifications.NotificationFailed.v1",
                            NotificationFailed.class,
                            Topics.NOTIFICATIONS),
                    new EventType<>(
                            "holdfast.scheduler.TimerFired.v1", TimerFired.class, Topics.SCHEDULER),
                    new EventType<>(
                            "holdfast.scheduler.ScheduleChanged.v1",
                            ScheduleChanged.class,
                            Topics.SCHEDULER),
                    new EventType<>(
                            "holdfast.scheduler.ScheduleFired.v1",
                            ScheduleFired.class,
                            Topics.SCHEDULER),
                    new EventType<>(
                            "holdfast.operations.CommandRefused.v1",
                            CommandRefused.class,
                            Topics.OPERATIONS),
                    new EventType<>(
                            "holdfast.operations.DeadLettered.v1",
                            DeadLettered.class,
                            Topics.OPERATIONS),
                    new EventType<>(
                            "holdfast.operations.DeadLetterRedriven.v1",
                            DeadLetterRedriven.class,
                            Topics.OPERATIONS),
                    new EventType<>(
                            "holdfast.operations.DeadLetterResolved.v1",
                            DeadLetterResolved.class,
                            Topics.OPERATIONS),
                    new EventType<>(
                            "holdfast.operations.DeadLetterDiscarded.v1",
                            DeadLetterDiscarded.class,
                            Topics.OPERATIONS),
                    new EventType<>(
                            "holdfast.operations.DeadLettersDiscarded.v1",
                            DeadLettersDiscarded.class,
                            Topics.OPERATIONS),
                    new EventType<>(
                            "holdfast.operations.RedriveStarted.v1",
                            RedriveStarted.class,
                            Topics.OPERATIONS),
                    new EventType<>(
                            "holdfast.operations.RedriveProgressed.v1",
                            RedriveProgressed.class,
                            Topics.OPERATIONS),
                    new EventType<>(
                            "holdfast.operations.RedriveFinished.v1",
                            RedriveFinished.class,
                            Topics.OPERATIONS));

    private static final Map<String, CommandType<?>> COMMAND_BY_ID =
            COMMANDS.stream()
                    .collect(Collectors.toUnmodifiableMap(CommandType::id, Function.identity()));
    private static final Map<Class<?>, CommandType<?>> COMMAND_BY_BODY =
            COMMANDS.stream()
                    .collect(Collectors.toUnmodifiableMap(CommandType::body, Function.identity()));
    private static final Map<String, EventType<?>> EVENT_BY_ID =
            EVENTS.stream()
                    .collect(Collectors.toUnmodifiableMap(EventType::id, Function.identity()));
    private static final Map<Class<?>, EventType<?>> EVENT_BY_BODY =
            EVENTS.stream()
                    .collect(Collectors.toUnmodifiableMap(EventType::body, Function.identity()));

    private Catalogue() {}

    /**
     * The type of a command about to be sent.
     *
     * @throws IllegalArgumentException if its class is not in {@link #COMMANDS}
     */
    public static CommandType<?> typeOf(Command command) {
        return listed(COMMAND_BY_BODY.get(command.getClass()), command);
    }

    /**
     * The type of an event about to be published.
     *
     * @throws IllegalArgumentException if its class is not in {@link #EVENTS}
     */
    public static EventType<?> typeOf(Event event) {
        return listed(EVENT_BY_BODY.get(event.getClass()), event);
    }

    /** The command of this type id, if this build knows it. */
    public static Optional<CommandType<?>> command(String id) {
        return Optional.ofNullable(COMMAND_BY_ID.get(id));
    }

    /** The event of this type id, if this build knows it. */
    public static Optional<EventType<?>> event(String id) {
        return Optional.ofNullable(EVENT_BY_ID.get(id));
    }

    private static <T> T listed(T type, Object message) {
        if (type == null) {
            throw new IllegalArgumentException(
                    "%s is not in the catalogue of contracts."
                            .formatted(message.getClass().getName()));
        }
        return type;
    }
}
