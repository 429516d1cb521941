package interleave.app.window;

import interleave.app.opening.OpenedTogether;
import interleave.exchange.KnownFormats;
import interleave.program.Program;
import interleave.program.RunOrigin;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  Drops(Consumer<RunOrigin> run) {
    this.run = run;
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
    Optional<Path> file =
        Optional.of(dropables(event)).filter(all -> !all.isEmpty()).map(OpenedTogether::of);
    file.map(Drops::origin).ifPresent(run);
    event.setDropCompleted(file.isPresent());
    event.consume();
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
