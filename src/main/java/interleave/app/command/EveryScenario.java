package interleave.app.command;

import interleave.engine.Installation;
import interleave.event.Recording;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.scenario.Scenario;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs every scenario without a window and leaves their figures in a folder. */
public final class EveryScenario {
  private static final Words WORDS = Words.of("app");

  private final Terminal terminal;

  private final Path folder;

  /**
   * @param folder where the figures go; it is made
   */
  public EveryScenario(Terminal terminal, Path folder) {
    this.terminal = terminal;
    this.folder = folder;
  }

  public int run() throws IOException {
    Files.createDirectories(folder);
    Installation installation = Installation.find();
    int worst = 0;
    for (Scenario scenario : Catalogue.ours()) {
      terminal.line("— " + scenario.title());
      if (scenario.java().isEmpty() && !isPythonHere()) {
        terminal.line(WORDS.get("figures.python"));
        continue;
      }
      Program program = Program.Lesson.of(scenario);
      RunOutputs wishes =
          new RunOutputs(
              null,
              folder.resolve(scenario.id() + ".png"),
              true,
              null,
              null,
              RunOutputs.Deadlocked.BY_ORIGIN,
              Recording.DEFAULT_CAP,
              false);
      int code = new HeadlessRun(terminal, installation, wishes).run(program);
      if (code != ExitCode.DEADLOCKED) { // which is what that scenario is about
        worst = Math.max(worst, code);
      }
    }
    terminal.line(WORDS.get("figures.in", folder.toAbsolutePath()));
    return worst;
  }

  private static boolean isPythonHere() {
    return !Program.PYTHONS.all(Path.of("").toAbsolutePath()).isEmpty();
  }
}
