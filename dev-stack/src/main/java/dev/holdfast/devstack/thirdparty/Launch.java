package dev.holdfast.devstack.thirdparty;

import picocli.CommandLine;

/** Runs a stand-in as a process of its own. */
public final class Launch {

    private Launch() {}

    /** Reads the arguments into the command and runs it; a failure to start is one sentence. */
    public static void run(Runnable command, String... arguments) {
        // The log manager on the class path complains unless it is the one.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        int exit =
                new CommandLine(command)
                        .setExecutionExceptionHandler(
                                (failure, _, _) -> {
                                    System.err.println(failure.getMessage());
                                    return CommandLine.ExitCode.SOFTWARE;
                                })
                        .execute(arguments);
        if (exit != CommandLine.ExitCode.OK) {
            System.exit(exit);
        }
    }

    /** Closes it when the process is asked to end, and tells who waits that it is ready. */
    public static void ready(AutoCloseable standIn, Object... ports) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(standIn)));
        var line = new StringBuilder("ready");
        for (Object port : ports) {
            line.append(' ').append(port);
        }
        System.out.println(line);
    }

    private static void close(AutoCloseable standIn) {
        try {
            standIn.close();
        } catch (Exception e) {
            throw new IllegalStateException("It did not stop cleanly.", e);
        }
    }
}
