package dev.holdfast.courier.rabbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandDeliveryTest {

    private final List<String> answers = new ArrayList<>();

    @Test
    void isAnsweredOnce() {
        CommandDelivery delivery = delivery(7);
        delivery.acknowledge();
        delivery.acknowledge();
        delivery.giveBack();
        assertEquals(List.of("basicAck 7"), answers);
    }

    @Test
    void anotherDeliveryOfTheSameMessageGetsTheSameAnswer() {
        CommandDelivery first = delivery(1);
        first.join(delivery(2));
        assertEquals(List.of(), answers);
        first.acknowledge();
        first.join(delivery(3));
        assertEquals(List.of("basicAck 1", "basicAck 2", "basicAck 3"), answers);
    }

    @Test
    void whatIsGivenBackIsGivenBackWithItsTwins() {
        CommandDelivery first = delivery(1);
        first.join(delivery(2));
        first.giveBack();
        first.join(delivery(3));
        assertEquals(List.of("basicNack 1", "basicNack 2", "basicNack 3"), answers);
    }

    @Test
    void aChannelThatHasClosedIsLeftAlone() {
        CommandDelivery delivery = new CommandDelivery(channel(false), 1, Map.of(), new byte[0]);
        assertFalse(delivery.live());
        delivery.acknowledge();
        assertEquals(List.of(), answers);
    }

    private CommandDelivery delivery(long number) {
        return new CommandDelivery(channel(true), number, Map.of(), new byte[0]);
    }

    private Channel channel(boolean open) {
        return (Channel)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Channel.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("isOpen")) {
                                return open;
                            }
                            if (!open) {
                                throw new AlreadyClosedException(
                                        new ShutdownSignalException(true, false, null, null));
                            }
                            answers.add(method.getName() + " " + arguments[0]);
                            return null;
                        });
    }
}
