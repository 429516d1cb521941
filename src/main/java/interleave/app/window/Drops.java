package interleave.app.window;

import interleave.app.opening.OpenedTogether;
import interleave.exchange.KnownFormats;
import interleave.program.Program;
import interleave.program.RunOrigin;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/**
 * Files that are dragged into the window: a program is run, and anything else opened, which says
 * what is wrong where it is no recording of ours nor of another tool.
 */
final class Drops {
  private final Consumer<RunOrigin> run;
  private final Consumer<List<Path>> open;

  /**
   * @param run runs a program, or opens one recording
   * @param open hears of several recordings
   */
  Drops(Consumer<RunOrigin> run, Consumer<List<Path>> open) {
    this.run = run;
    this.open = open;
  }

  void into(Scene scene) {
    scene.setOnDragOver(this::dragged);
    scene.setOnDragDropped(this::dropped);
  }

  private void dragged(DragEvent event) {
    if (!dropables(event).isEmpty()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    List<Path> files = dropables(event);
    dropped(files);
    event.setDropCompleted(!files.isEmpty());
    event.consume();
  }

  /** A program is run where it is the first; the rest of them are left alone. */
  void dropped(List<Path> files) {
    if (files.isEmpty()) {
      return;
    }
    RunOrigin first = origin(files.getFirst());
    if (first instanceof Program) {
      run.accept(first);
    } else {
      open.accept(OpenedTogether.of(files));
    }
  }

  static RunOrigin origin(Path file) {
    boolean program =
        Program.Own.isFileName(file.toString()) && KnownFormats.ALL.forSuffix(file).isEmpty();
    return program ? Program.Own.of(file) : new RunOrigin.Saved(file);
  }

  private static List<Path> dropables(DragEvent event) {
    return event.getDragboard().getFiles().stream()
        .map(File::toPath)
        .filter(file -> Files.isRegularFile(file) || Files.isDirectory(file))
        .toList();
  }
}
