package dev.holdfast.devstack.cli;

import dev.holdfast.devstack.demo.DemoCommand;
import dev.holdfast.devstack.server.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The part of {@code ./holdfast} that is Java. Exit code 0 is success, 1 failure, 2 misuse; failure
 * and misuse are told in a sentence on standard error.
 */
@Command(
        name = "holdfast",
        subcommands = {UpCommand.class, DownCommand.class, StatusCommand.class, TokenCommand.class})
public final class Holdfast {

    private Holdfast() {}

    public static void main(String[] arguments) {
        var logging = Holdfast.class.getResource("logging.properties");
        System.setProperty("logging.configuration", String.valueOf(logging));
        System.exit(run(arguments));
    }

    /** Runs one command and returns its exit code. */
    static int run(String... arguments) {
        return new CommandLine(new Holdfast())
                .addSubcommand(new DemoCommand(DemoStart::endpoints, DemoStart.examples()))
                .setExecutionExceptionHandler((failure, _, _) -> explain(failure))
                .setParameterExceptionHandler((misuse, _) -> explain(misuse))
                .execute(arguments);
    }

    private static int explain(Exception failure) {
        Console.complain(failure.getMessage());
        return switch (failure) {
            case CommandLine.ParameterException _, IllegalArgumentException _ ->
                    CommandLine.ExitCode.USAGE;
            case StartFailure _ -> CommandLine.ExitCode.SOFTWARE;
            default -> {
                Console.complain(failure);
                yield CommandLine.ExitCode.SOFTWARE;
            }
        };
    }
}
