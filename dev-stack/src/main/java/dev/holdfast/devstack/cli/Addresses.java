package dev.holdfast.devstack.cli;

import dev.holdfast.devstack.stack.ServiceProcess;
import dev.holdfast.devstack.stack.Stack;
import dev.holdfast.devstack.token.Role;
import java.util.stream.Collectors;

/** Tells where everything is. */
final class Addresses {

    private static final String SUBJECT = "dev";

    private Addresses() {}

    static void print(Stack stack) {
        var gateway = stack.gateway().url();
        var metrics =
                stack.services().values().stream()
                        .map(ServiceProcess::url)
                        .map(url -> url + "/q/metrics")
                        .collect(Collectors.joining("\n                     "));
        Console.say(
                """

                API                  %1$s/v1
                OpenAPI              %1$s/q/openapi
                Swagger UI           %1$s/q/swagger-ui
                Metrics              %2$s
                RabbitMQ management  %3$s (user %4$s, password %5$s)
                Mails                %6$s
                Payments sandbox     %7$s
                PostgreSQL           %8$s (user %9$s)
                Kafka                %10$s
                State and logs       %11$s

                Token (operator; './holdfast token --role merchant' makes others):
                %12$s""",
                gateway,
                metrics,
                stack.rabbitMq().managementUrl(),
                stack.rabbitMq().user(),
                stack.rabbitMq().password(),
                stack.mail().received(),
                stack.payments().url(),
                stack.postgres().jdbcUrl(),
                dev.holdfast.devstack.postgres.Postgres.READER,
                stack.kafka().bootstrapServers(),
                stack.folder().root(),
                stack.tokens().issue(Role.OPERATOR, SUBJECT));
    }
}
