package scot.fort.launcher;

import java.io.PrintStream;

/** What Ctrl-C does to a stack that this process keeps running: it stops every part, and says so. */
final class CtrlC implements AutoCloseable {
    private static volatile boolean pressed;

    private final Thread hook;

    private CtrlC(Thread hook) {
        this.hook = hook;
    }

    /** In force until it is closed. */
    static CtrlC stops(LocalStack fort, PrintStream out) {
        return stops(fort, out, () -> {});
    }

    /** The same; what else is to be done is done when everything has stopped. */
    static CtrlC stops(LocalStack fort, PrintStream out, Runnable then) {
        Thread hook = new Thread(
                () -> {
                    pressed = true;
                    out.println();
                    out.println("Stopping ...");
                    fort.close();
                    then.run();
                    out.println("Everything has stopped.");
                },
                "Ctrl-C");
        Runtime.getRuntime().addShutdownHook(hook);
        return new CtrlC(hook);
    }

    /** True when the process is ending because somebody asked it to: what breaks meanwhile is no failure. */
    static boolean pressed() {
        return pressed;
    }

    @Override
    public void close() {
        if (!pressed) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
