package interleave.app.command;

import interleave.app.Main;
import interleave.words.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs three scenarios, for real, and hands them on as the page that the README links. The README
 * has the command.
 *
 * <p>Argument: the page. Exit code 1 when one did not run as it should.
 */
public final class Demonstration {
  /** How each ends where nothing went wrong. */
  private record Shown(int code, List<String> asked) {}

  private static final List<Shown> RUNS =
      List.of(
          new Shown(0, List.of("lock-and-lost-updates")),
          new Shown(ExitCode.DEADLOCKED, List.of("deadlock")),
          new Shown(0, List.of("queue-between-processes", "--python")));

  private Demonstration() {}

  public static void main(String[] args) throws IOException {
    Language.use(Language.ENGLISH);
    Path folder = Files.createTempDirectory("demonstration");
    List<String> share = new ArrayList<>(List.of("share"));
    for (Shown each : RUNS) {
      Path recording = folder.resolve(share.size() + ".interleave");
      List<String> run = new ArrayList<>(List.of("run"));
      run.addAll(each.asked());
      run.addAll(List.of("--headless", "--record", recording.toString()));
      if (execute(run) != each.code()) {
        System.out.println("FAILED " + String.join(" ", run));
        System.exit(1);
      }
      share.add(recording.toString());
    }
    share.addAll(List.of("--to", args[0], "--title", "Interleave: three runs"));
    System.exit(execute(share));
  }

  private static int execute(List<String> arguments) {
    return Main.execute(Terminal.ofThisProcess(), arguments.toArray(String[]::new));
  }
}
