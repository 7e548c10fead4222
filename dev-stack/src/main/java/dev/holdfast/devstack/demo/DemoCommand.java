package dev.holdfast.devstack.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdfast demo}. */
@Command(
        name = "demo",
        description = "Starts what is not running and sends some three hundred orders through it.")
public final class DemoCommand implements Callable<Integer> {

    private final Supplier<Endpoints> stack;
    private final Path examples;

    @Spec private CommandSpec spec;

    @Option(
            names = "--rate",
            defaultValue = "25",
            paramLabel = "N",
            description = "How many orders are sent each second (default: ${DEFAULT-VALUE}).")
    private int rate;

    /**
     * @param stack starts what is not running and tells where it is
     * @param examples the folder of the catalogue and the orders
     */
    public DemoCommand(Supplier<Endpoints> stack, Path examples) {
        this.stack = stack;
        this.examples = examples;
    }

    /** Exits with 1 if the figures do not add up, or nothing moved for some minutes. */
    @Override
    public Integer call() {
        if (rate < 1 || rate > 1000) {
            throw new ParameterException(
                    spec.commandLine(), "--rate must be from 1 to 1000, not %d.".formatted(rate));
        }
        var console = System.console();
        boolean terminal = console != null && console.isTerminal();
        try {
            var demo = new Demo(stack.get(), System.out, terminal);
            return demo.run(examples, rate) ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (GaveUp e) {
            System.out.println();
            System.err.println(e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }
}
