package interleave.app;

import interleave.engine.Exit;
import interleave.engine.Run;
import interleave.file.InterleaveFile;
import interleave.file.Manifest;
import interleave.file.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Writes what is wished for of a run once it has ended. */
final class Harvest implements AutoCloseable {
  private final Run run;
  private final Target target;
  private final Wishes wishes;

  private Harvest(Run run, Target target, Wishes wishes) {
    this.run = run;
    this.target = target;
    this.wishes = wishes;
  }

  static Harvest of(Run run, Target target, Wishes wishes) {
    return new Harvest(run, target, wishes);
  }

  /** Returns whether everything was written; what was not is said. */
  boolean bringIn(Terminal terminal) {
    return write(terminal, wishes.record(), this::record);
  }

  private interface Writing {
    void to(Path file) throws IOException;
  }

  private static boolean write(Terminal terminal, @Nullable Path file, Writing writing) {
    if (file == null) {
      return true;
    }
    try {
      writing.to(file);
      return true;
    } catch (IOException e) {
      terminal.say(file + " could not be written: " + e.getMessage());
      return false;
    }
  }

  private void record(Path file) throws IOException {
    InterleaveFile.save(run.recording(), manifest(target, run), file, Progress.UNHEARD);
  }

  /** What is said of a run in the file that keeps it. */
  static Manifest manifest(Target target, Run run) {
    CompletableFuture<Exit> ended = run.ended();
    String exit = ended.state() == Future.State.SUCCESS ? ended.resultNow().show() : null;
    return target instanceof Target.Lesson lesson
        ? Manifest.of(
            target.title(), lesson.scenario().id(), lesson.values(), run.launch().command(), exit)
        : Manifest.of(target.title(), null, Map.of(), run.launch().command(), exit);
  }

  @Override
  public void close() {}
}
