package interleave.app.opening;

import interleave.event.OwnerOnly;
import interleave.exchange.KnownFormats;
import interleave.file.Format;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Several files that were chosen or dropped at once. Where they are parts of one recording, as
 * several thread dumps are, a folder with links to them is opened; else the first of them.
 */
public final class OpenedTogether {
  private static final Words WORDS = Words.of("app/opening");
  private static final String PREFIX = "interleave-together";

  private OpenedTogether() {}

  /** What to open for these, of which there is one at least. */
  public static Path of(List<Path> files) {
    if (files.size() == 1) {
      return files.getFirst();
    }
    try {
      for (Path file : files) {
        if (!Files.isRegularFile(file)
            || KnownFormats.ALL.ofContent(file).filter(Format::isOfSeveral).isEmpty()) {
          return files.getFirst();
        }
      }
      return folder(files);
    } catch (IOException e) {
      return files.getFirst(); // opening it says what is wrong
    }
  }

  private static Path folder(List<Path> files) throws IOException {
    Path place = Path.of(System.getProperty("java.io.tmpdir"));
    Path made = Files.createTempDirectory(place, PREFIX, OwnerOnly.folder(place));
    made.toFile().deleteOnExit();
    String title = WORDS.get("together", files.getFirst().getFileName(), files.size() - 1);
    Path folder = Files.createDirectory(made.resolve(title));
    folder.toFile().deleteOnExit();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      String name = String.format(Locale.ROOT, "%04d-%s", i, file.getFileName());
      Path link = folder.resolve(name);
      try {
        Files.createSymbolicLink(link, file.toAbsolutePath());
      } catch (IOException | UnsupportedOperationException e) {
        Files.copy(file, link); // Windows lets few make links
      }
      link.toFile().deleteOnExit();
    }
    return folder;
  }
}
