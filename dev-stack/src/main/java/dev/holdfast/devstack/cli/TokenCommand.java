package dev.holdfast.devstack.cli;

import dev.holdfast.devstack.stack.Place;
import dev.holdfast.devstack.stack.Stack;
import dev.holdfast.devstack.token.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints a token for the API. */
@Command(name = "token")
final class TokenCommand implements Callable<Integer> {

    @Option(names = "--role")
    private String role;

    @Option(names = "--subject", defaultValue = "dev")
    private String subject;

    @Override
    public Integer call() {
        if (role == null) {
            throw new IllegalArgumentException("'token' needs --role: " + Role.labels() + ".");
        }
        var stack = new Stack(Place.fromSystemProperties(), Console::complain);
        Console.say(stack.tokens().issue(Role.named(role), subject));
        return 0;
    }
}
