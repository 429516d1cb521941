package interleave.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is needed for a while. */
final class TemporaryFolder {
  private TemporaryFolder() {}

  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepest = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepest) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      // The system's folder for such is emptied now and then.
    }
  }
}
