package interleave.bench;

import interleave.event.LossMeter;
import interleave.event.Recording;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Measures and prints what recording costs, as a table of ratios, each with its limit. Ends with
 * exit code 1 where one does not hold, so that the build fails.
 */
public final class Report {
  /** More than all benchmarks write. */
  private static final long CAP = 64L << 30;

  private Report() {}

  public static void main(String[] arguments) throws Exception {
    boolean operations = operations();
    boolean frames = FrameReport.held();
    Limits limits = new Limits(System.out);
    PriceReport.print(limits);
    LargeReport.print(limits);
    CrowdReport.print(limits);
    PythonReport.print(limits);
    BrokerReport.print(limits);
    ExplorationReport.print(limits);
    boolean kept = operations && frames && limits.kept();
    System.out.println(kept ? "All limits hold." : "A limit does not hold.");
    System.exit(kept ? 0 : 1);
  }

  /** Whether the limits of {@link OperationReport} hold, and no event was lost. */
  private static boolean operations() throws IOException, InterruptedException {
    Recording recording = Recording.create(CAP);
    try {
      ProcessBuilder measuring =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              OperationReport.ALLOWED,
              "-Dinterleave.agent=" + System.getProperty("interleave.agent"),
              "-cp",
              System.getProperty("java.class.path"),
              OperationReport.class.getName());
      measuring.environment().putAll(recording.environment());
      int exit = measuring.inheritIO().start().waitFor();
      long lost = new LossMeter(recording).lost();
      System.out.println(lost == 0 ? "No event was lost." : lost + " events were lost.");
      return exit == 0 && lost == 0;
    } finally {
      recording.delete();
    }
  }
}
