package interleave.scenario.program.command;

import java.util.List;

/**
 * A program that is slow or has a fault, for {@code Subprocess} to run: every system has it, as it
 * is ours.
 */
public final class OddProgram {
  private static final int MEGABYTE = 1_000_000;

  private OddProgram() {}

  /** The command that runs this class in a JVM of its own. */
  public static List<String> command(String fault) {
    return JavaCommand.of(OddProgram.class, fault);
  }

  public static void main(String[] args) throws InterruptedException {
    switch (args[0]) {
      case "slowly" -> {
        for (int line = 1; line <= 4; line++) {
          Thread.sleep(250);
          System.out.println("line " + line + " of 4");
        }
      }
      case "fails" -> {
        System.err.println("This went wrong.");
        System.exit(3);
      }
      case "floods" -> {
        String line = "x".repeat(99) + "\n";
        for (int i = 0; i < MEGABYTE / line.length(); i++) {
          System.out.print(line);
          System.err.print(line);
        }
      }
      default -> {
        System.out.println("This takes for ever.");
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }
}
