package interleave.bench;

import interleave.engine.Installation;
import interleave.explore.Search;
import interleave.laboratory.ControlledProgram;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What it takes to try all interleavings of the two-thread race, which are 3,334 runs, against as
 * many bare runs of it: the same classes, loaded anew each time, in one JVM with the same compiler
 * and collector, and nobody says who goes on. Both with the start of their JVMs, but for ours, of
 * which the search is a part.
 */
public final class ExplorationReport {
  private static final int ROUNDS = 3;

  /** Who chooses who goes on has to stop threads and wake others, and the search thinks, too. */
  private static final double LIMIT = 4.5;

  private static final List<String> SAME = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private ExplorationReport() {}

  public static void main(String[] arguments) throws Exception {
    Limits limits = new Limits(System.out);
    print(limits);
    System.exit(limits.kept() ? 0 : 1);
  }

  /** Measures, in turns and of each the quickest, and prints. */
  static void print(Limits limits) throws IOException, InterruptedException {
    double ours = Double.MAX_VALUE;
    double bare = Double.MAX_VALUE;
    long runs = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      runs = explore();
      ours = Math.min(ours, System.nanoTime() - begin);
      begin = System.nanoTime();
      bare(runs);
      bare = Math.min(bare, System.nanoTime() - begin);
    }
    System.out.printf(
        Locale.ROOT,
        "%n%,d interleavings of the two-thread race: %.0f a second; bare runs: %.0f a second%n%n",
        runs,
        runs / ours * 1e9,
        runs / bare * 1e9);
    limits.title();
    limits.line("all interleavings of a race, time: ours / bare runs", ours / bare, LIMIT);
  }

  private static long explore() throws IOException {
    Program race =
        new Program.Lesson(
            Catalogue.find("lock-and-lost-updates").orElseThrow(),
            Map.of("threads", "2", "loops", "2"),
            ProgramLanguage.JAVA);
    try (ControlledProgram program = ControlledProgram.of(race, Installation.find())) {
      Search search = new Search(program, interleave.explore.Limits.USUAL, false);
      while (search.advance()) {
        // Until all were tried.
      }
      return search.progress().runs();
    }
  }

  private static void bare(long runs) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SAME);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(BareRuns.class.getName(), Long.toString(runs)));
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException("the bare runs ended with " + exit);
    }
  }
}
