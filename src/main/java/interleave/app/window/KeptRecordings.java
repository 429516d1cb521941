package interleave.app.window;

import interleave.exchange.KnownFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder with the newest recordings of the user's own programs that nobody saved, so that nothing
 * is lost by closing the window or running again. Any thread; each recording is a file of its own.
 */
final class KeptRecordings {
  /** Saves a recording to a file. */
  @FunctionalInterface
  interface Saving {
    void to(Path file) throws IOException;
  }

  private static final String SUFFIX = KnownFormats.ALL.usualSuffix();
  private static final int MOST = 10;
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH.mm.ss");

  private final Path folder;
  private final Consumer<Path> listener;

  /**
   * @param listener hears of each file that was kept
   */
  KeptRecordings(Path folder, Consumer<Path> listener) {
    this.folder = folder;
    this.listener = listener;
  }

  /** Returns whether it was kept. */
  boolean keep(String title, Saving saving) {
    String name = title.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    Path file = folder.resolve(name + " " + LocalDateTime.now().format(WHEN) + SUFFIX);
    try {
      Files.createDirectories(folder);
      saving.to(file);
      forgetOld();
      listener.accept(file);
      return true;
    } catch (IOException e) {
      System.getLogger(KeptRecordings.class.getName())
          .log(System.Logger.Level.WARNING, "The recording could not be kept in " + folder, e);
      return false;
    }
  }

  private void forgetOld() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(file -> file.toString().endsWith(SUFFIX))
              .sorted(
                  Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed())
              .toList();
    }
    for (Path old : files.subList(Math.min(MOST, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
  }
}
