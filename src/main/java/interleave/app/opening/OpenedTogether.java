package interleave.app.opening;

import interleave.event.OwnerOnly;
import interleave.exchange.KnownFormats;
import interleave.file.Format;
import interleave.program.RunOrigin;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several files that were chosen or dropped at once. Those that are parts of one recording, as
 * several thread dumps are, become a folder with links to them, which is opened as one.
 */
public final class OpenedTogether {
  private static final Words WORDS = Words.of("app/opening");
  private static final String PREFIX = "interleave-together";

  /** Before the name of a link, so that they keep their order. */
  private static final String NUMBER = "%04d-";

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

  /** Where a run comes from that is opened: several files together come from where the first is. */
  public static RunOrigin.Saved origin(Path file) {
    Path place = String.valueOf(file.getParent()).contains(PREFIX) ? place(file) : null;
    return place == null ? new RunOrigin.Saved(file) : new RunOrigin.Saved(file, name(file), place);
  }

  /** The folder of the first file; null where there is no link to it. */
  private static @Nullable Path place(Path together) {
    String first = String.format(Locale.ROOT, NUMBER, 0);
    try (Stream<Path> links = Files.list(together)) {
      Optional<Path> link = links.filter(each -> name(each).startsWith(first)).findFirst();
      boolean found = link.filter(Files::isSymbolicLink).isPresent();
      return found ? Files.readSymbolicLink(link.get()).getParent() : null;
    } catch (IOException e) {
      return null; // opening it says what is wrong
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
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
      String name = String.format(Locale.ROOT, NUMBER, i) + name(file);
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
