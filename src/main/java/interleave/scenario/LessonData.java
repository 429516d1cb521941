package interleave.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the programs of a lesson read: files that lie in the folder in which they run.
 *
 * @param files what is in each, by its name with {@code /} between folders
 */
public record LessonData(Map<String, ByteBuffer> files) {
  public LessonData {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /** Whether a file may be called so: it lies in the folder, is not hidden, and is no program. */
  static boolean isName(String name) {
    return name.matches(
            "[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]*(/[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]*){0,3}")
        && !LessonTexts.isText(name);
  }

  public Set<String> names() {
    return files.keySet();
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** Writes them into that folder, over what is there. */
  public void layOut(Path folder) throws IOException {
    for (Map.Entry<String, ByteBuffer> each : files.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Path above = file.getParent();
      if (above != null) {
        Files.createDirectories(above);
      }
      try (WritableByteChannel to =
          Files.newByteChannel(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer bytes = each.getValue().duplicate();
        while (bytes.hasRemaining()) {
          to.write(bytes);
        }
      }
    }
  }
}
