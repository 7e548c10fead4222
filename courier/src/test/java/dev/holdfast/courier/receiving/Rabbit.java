package dev.holdfast.courier.receiving;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.Service;
import dev.holdfast.courier.message.CloudEventHeaders;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.rabbit.Topology;
import dev.holdfast.devstack.stack.TestServers;
import java.util.HashMap;
import java.util.Map;

/** Sends commands as the relay would, and more often. */
final class Rabbit {

    private static final String QUEUE = Queues.commands(Service.ORDER_WORKER);

    private final Connection connection;
    private final Channel channel;

    Rabbit() throws Exception {
        var server = TestServers.shared().rabbitMq();
        var factory = new ConnectionFactory();
        factory.setPort(server.port());
        factory.setUsername(server.user());
        factory.setPassword(server.password());
        connection = factory.newConnection("test");
        channel = connection.createChannel();
        channel.confirmSelect();
    }

    void send(Envelope envelope, byte[] body) throws Exception {
        String key =
                Catalogue.command(envelope.type())
                        .map(Queues::routingKey)
                        .orElse("order-worker.Unknown");
        send(key, new HashMap<>(CloudEventHeaders.write(envelope)), body);
    }

    void send(String routingKey, Map<String, Object> headers, byte[] body) throws Exception {
        publish(Queues.COMMANDS, routingKey, headers, body);
    }

    /** Right into a queue. */
    void sendTo(String queue, Map<String, Object> headers, byte[] body) throws Exception {
        publish("", queue, headers, body);
    }

    private void publish(
            String exchange, String routingKey, Map<String, Object> headers, byte[] body)
            throws Exception {
        var properties =
                new BasicProperties.Builder()
                        .contentType("application/json")
                        .deliveryMode(2)
                        .headers(headers)
                        .build();
        channel.basicPublish(exchange, routingKey, true, properties, body);
        channel.waitForConfirmsOrDie(5_000);
    }

    long ready(String queue) throws Exception {
        return channel.messageCount(queue);
    }

    int consumers() throws Exception {
        return channel.queueDeclare(
                        QUEUE, true, false, false, Topology.arguments(Service.ORDER_WORKER))
                .getConsumerCount();
    }

    /** As the relay's connection does whenever it is made. */
    void bind() throws Exception {
        channel.queueBind(QUEUE, Queues.COMMANDS, Queues.binding(Service.ORDER_WORKER));
    }

    Channel channel() {
        return channel;
    }

    void end() throws Exception {
        connection.close();
    }
}
