package dev.holdfast.devstack.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.devstack.postgres.Postgres;
import dev.holdfast.devstack.stack.Part;
import dev.holdfast.devstack.stack.Stack;
import dev.holdfast.devstack.stack.StackStatus;

/** The status for other programs, which rely on its names. */
final class StatusJson {

    private StatusJson() {}

    static String of(Stack stack, StackStatus status) {
        var all = JsonNodeFactory.instance.objectNode();
        var services = all.putObject("services");
        stack.services()
                .values()
                .forEach(
                        service -> {
                            var part = status.part(service.name());
                            var json = services.putObject(service.name());
                            json.put("url", service.url());
                            putPid(json, part);
                            json.put("ready", part.ready());
                        });

        var postgres = all.putObject("postgres");
        postgres.put("jdbcUrl", stack.postgres().jdbcUrl());
        postgres.put("port", stack.postgres().port());
        postgres.put("user", Postgres.READER);
        putPid(postgres, status.part("postgres"));

        var kafka = all.putObject("kafka");
        kafka.put("bootstrapServers", stack.kafka().bootstrapServers());
        putPid(kafka, status.part("kafka"));

        var rabbitMq = all.putObject("rabbitmq");
        rabbitMq.put("amqpPort", stack.rabbitMq().port());
        rabbitMq.put("managementUrl", stack.rabbitMq().managementUrl());
        rabbitMq.put("user", stack.rabbitMq().user());
        rabbitMq.put("password", stack.rabbitMq().password());
        putPid(rabbitMq, status.part("rabbitmq"));

        all.putObject("payments").put("url", stack.payments().url());
        var mail = all.putObject("mail");
        mail.put("smtpPort", stack.mail().port());
        mail.put("url", stack.mail().received());
        return all.toPrettyString();
    }

    private static void putPid(ObjectNode json, Part part) {
        if (part.pid().isPresent()) {
            json.put("pid", part.pid().getAsLong());
        } else {
            json.putNull("pid");
        }
    }
}
