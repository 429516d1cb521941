package interleave.exchange.export;

import interleave.file.Progress;
import interleave.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats in which a run may leave, handed in as a list. */
public final class ExportFormats {
  private final List<ExportFormat> all;

  public ExportFormats(List<? extends ExportFormat> all) {
    this.all = List.copyOf(all);
  }

  public List<ExportFormat> all() {
    return all;
  }

  /** A file that is written, and as what. */
  public record Target(ExportFormat format, Path file) {}

  /** All endings of names, those of parts after those of what they belong to. */
  public List<String> suffixes() {
    return each().flatMap(format -> format.suffixes().stream()).distinct().toList();
  }

  private Stream<ExportFormat> each() {
    return all.stream().flatMap(each -> Stream.concat(Stream.of(each), each.parts().stream()));
  }

  /**
   * The format that a name tells: of endings that fit, the longest. A name may be an ending alone,
   * such as {@code spans.csv}.
   */
  public Optional<ExportFormat> forName(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return each()
        .filter(format -> fit(format, small) > 0)
        .max(Comparator.comparingInt(format -> fit(format, small)));
  }

  /** The format of that ending, with or without its dot. */
  public Optional<ExportFormat> forSuffix(String suffix) {
    String dotted = (suffix.startsWith(".") ? suffix : "." + suffix).toLowerCase(Locale.ROOT);
    return each().filter(format -> format.suffixes().contains(dotted)).findFirst();
  }

  private static int fit(ExportFormat format, String name) {
    return format.suffixes().stream()
        .filter(each -> name.endsWith(each) || name.equals(each.substring(1)))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  /**
   * The files that come of it. One that has parts makes a file of each beside the other: {@code
   * run.csv} becomes {@code run.spans.csv} and so on, and in a folder they are {@code spans.csv}.
   */
  public static List<Target> files(ExportFormat format, Path out) {
    if (format.parts().isEmpty()) {
      return List.of(new Target(format, out));
    }
    String name = Files.isDirectory(out) ? "" : stem(format, String.valueOf(out.getFileName()));
    Path folder = Files.isDirectory(out) ? out : out.toAbsolutePath().resolveSibling("");
    return format.parts().stream()
        .map(part -> new Target(part, folder.resolve(named(name, part.suffixes().getFirst()))))
        .toList();
  }

  private static String named(String stem, String suffix) {
    return stem.isEmpty() ? suffix.substring(1) : stem + suffix;
  }

  /** A name without the ending that tells the format. */
  private static String stem(ExportFormat format, String name) {
    int fit = fit(format, name.toLowerCase(Locale.ROOT));
    return name.substring(0, Math.max(0, name.length() - fit));
  }

  /**
   * Writes it, be it in several files: all are there as a whole, or none of them is.
   *
   * @return what was written
   */
  public static List<Path> save(ExportFormat format, Excerpt what, Path out, Progress progress)
      throws IOException {
    List<Target> files = files(format, out);
    if (format.parts().isEmpty()) {
      format.save(what, out, progress);
    } else {
      save(files, 0, what, progress);
    }
    return files.stream().map(Target::file).toList();
  }

  /** Each takes its place only when those after it have been written. */
  private static void save(List<Target> files, int i, Excerpt what, Progress progress)
      throws IOException {
    if (i == files.size()) {
      return;
    }
    Target each = files.get(i);
    double share = 1.0 / files.size();
    WholeFile.write(
        each.file(),
        out -> {
          each.format().write(what, out, progress.part(i * share, (i + 1) * share));
          save(files, i + 1, what, progress);
        });
  }
}
