package interleave.app.opening;

import interleave.event.OwnerOnly;
import interleave.exchange.KnownFormats;
import interleave.file.Format;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Several files that were chosen or dropped at once. Those that are parts of one recording, as
 * several thread dumps are, become a folder with links to them, which is opened as one.
 */
public final class OpenedTogether {
  private static final Words WORDS = Words.of("app/opening");
  private static final String PREFIX = "interleave-together";

  private OpenedTogether() {}

  /**
   * What there is to open of these, of which there is one at least: recordings each, or the one
   * that is none, whose opening says so.
   */
  public static List<Path> of(List<Path> files) {
    if (files.size() == 1) {
      return files;
    }
    List<Path> found = new ArrayList<>();
    Map<Format, List<Path>> parts = new LinkedHashMap<>();
    Path asked = files.getFirst();
    try {
      for (Path file : files) {
        asked = file;
        Optional<Format> format =
            Files.isRegularFile(file) ? KnownFormats.ALL.ofContent(file) : Optional.empty();
        if (format.filter(Format::isOfSeveral).isPresent()) {
          parts.computeIfAbsent(format.get(), _ -> new ArrayList<>()).add(file);
        } else if (format.isPresent() || Files.isDirectory(file)) {
          found.add(file);
        } else {
          return List.of(file);
        }
      }
      for (List<Path> each : parts.values()) {
        found.add(each.size() == 1 ? each.getFirst() : folder(each));
      }
      return List.copyOf(found);
    } catch (IOException e) {
      return List.of(asked); // opening it says what is wrong
    }
  }

  private static Path folder(List<Path> files) throws IOException {
    Path place = Path.of(System.getProperty("java.io.tmpdir"));
    Path made = OwnerOnly.newFolder(place, PREFIX);
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
