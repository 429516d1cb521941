package interleave.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The bundles there are. */
public final class WordsFiles {
  private static final Path BUNDLES = Path.of("src/main/resources/interleave/words");

  private WordsFiles() {}

  /** Their names, such as {@code view/transport}. */
  public static List<String> bundles() throws IOException {
    try (Stream<Path> files = Files.walk(BUNDLES)) {
      return files
          .map(file -> BUNDLES.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".properties"))
          .map(name -> name.replaceFirst("(_zh)?\\.properties$", ""))
          .distinct()
          .sorted()
          .toList();
    }
  }
}
