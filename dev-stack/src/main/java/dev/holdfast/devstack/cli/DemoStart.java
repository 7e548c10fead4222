package dev.holdfast.devstack.cli;

import dev.holdfast.devstack.demo.Endpoints;
import dev.holdfast.devstack.stack.Place;
import dev.holdfast.devstack.stack.Stack;
import dev.holdfast.devstack.token.Role;
import java.nio.file.Path;

/** Brings up what the demo talks to. */
final class DemoStart {

    private static final String SUBJECT = "demo";

    private DemoStart() {}

    static Endpoints endpoints() {
        var stack = new Stack(Place.fromSystemProperties(), Console::say);
        Start.run(stack, false);
        return new Endpoints(
                stack.gateway().url(),
                stack.tokens().issue(Role.MERCHANT, SUBJECT),
                stack.payments().url(),
                stack.mail().url());
    }

    static Path examples() {
        return Place.fromSystemProperties().repository().resolve("examples");
    }
}
