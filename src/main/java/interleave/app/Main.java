package interleave.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry point. */
@Command(
    name = "interleave",
    mixinStandardHelpOptions = true,
    version = "Interleave 0.1.0",
    description = "Traces what processes and threads really do, and draws it.")
public final class Main implements Runnable {
  /** Runs the command line and exits with its code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
