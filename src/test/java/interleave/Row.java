package interleave;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a package says of itself in its package-info: what it may use, each with the reason.
 *
 * <pre>
 *   &lt;p&gt;May use, beside the JDK:
 *
 *   &lt;ul&gt;
 *     &lt;li&gt;{&#64;code event}: what threads have said
 *   &lt;/ul&gt;
 * </pre>
 *
 * @param mayUse reasons by the package under {@code interleave}, or by the name of a library
 */
record Row(String name, Map<String, String> mayUse, int files) {
  static final Path SOURCES = Path.of("src/main/java/interleave");

  private static final Pattern ENTRY =
      Pattern.compile("<li>\\{@code ([\\w.]+)\\}: (.+?)(?=<li>|</ul>)", Pattern.DOTALL);
  private static final Pattern LIST =
      Pattern.compile("May use, beside the JDK:(.+?)</ul>", Pattern.DOTALL);

  /** The rows of all packages that have classes, by name. */
  static Map<String, Row> all() {
    try (Stream<Path> folders = Files.walk(SOURCES)) {
      Map<String, Row> rows = new TreeMap<>();
      folders
          .filter(Files::isDirectory)
          .filter(folder -> !folder.equals(SOURCES))
          .filter(folder -> files(folder) > 0)
          .map(Row::of)
          .forEach(row -> rows.put(row.name, row));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row of(Path folder) {
    String name = SOURCES.relativize(folder).toString().replace('/', '.').replace('\\', '.');
    Map<String, String> mayUse = new TreeMap<>();
    Matcher list = LIST.matcher(text(folder.resolve("package-info.java")));
    if (list.find()) {
      Matcher entry = ENTRY.matcher(list.group());
      while (entry.find()) {
        mayUse.put(entry.group(1), entry.group(2).strip());
      }
    }
    return new Row(name, mayUse, files(folder));
  }

  /** Without the comment's stars. */
  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file).replaceAll("\\s+\\*? ?", " ") : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.filter(file -> file.toString().endsWith(".java")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
