package interleave;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * Google's format of all Java sources. Formatting them takes many seconds, so a source that is in
 * order is remembered by its digest, in {@code target/formatted}, and not looked at again.
 *
 * <p>{@code mvn -q -Pformat} starts this very file, so that it also does where the tests do not
 * compile.
 */
final class Formatting {
  private final Formatter formatter = new Formatter();
  private final Path base;
  private final Path remembered;

  Formatting(Path base) {
    this.base = base;
    remembered = base.resolve("target/formatted");
  }

  /** Puts all sources below a folder in order. */
  public static void main(String[] args) throws IOException {
    for (Map.Entry<Path, String> source : new Formatting(Path.of(args[0])).wanted().entrySet()) {
      Files.writeString(source.getKey(), source.getValue());
      System.out.println(source.getKey());
    }
  }

  /** The sources that are not in order, and what they should be. */
  Map<Path, String> wanted() throws IOException {
    Set<String> before = before();
    Set<String> good = ConcurrentHashMap.newKeySet();
    ConcurrentMap<Path, String> wanted = new ConcurrentHashMap<>();
    sources().parallelStream()
        .forEach(
            source -> {
              String text = read(source);
              String digest = digest(text);
              String formatted = before.contains(digest) ? text : format(source, text);
              if (formatted.equals(text)) {
                good.add(digest);
              } else {
                wanted.put(source, formatted);
              }
            });
    Files.createDirectories(remembered.getParent());
    Files.write(remembered, Stream.concat(Stream.of(by()), good.stream()).toList());
    return new TreeMap<>(wanted);
  }

  private Set<String> before() throws IOException {
    try {
      List<String> lines = Files.readAllLines(remembered);
      return !lines.isEmpty() && lines.getFirst().equals(by()) ? Set.copyOf(lines) : Set.of();
    } catch (NoSuchFileException e) {
      return Set.of();
    }
  }

  /** Another version of the formatter may want another format. */
  private static String by() {
    return Formatter.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(base.resolve("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).filter(this::ours).toList();
    }
  }

  /** {@code src/.../java/}: what lies among resources is there as it is. */
  private boolean ours(Path file) {
    Path within = base.resolve("src").relativize(file);
    return within.getNameCount() > 2 && within.getName(1).toString().equals("java");
  }

  private String format(Path source, String text) {
    try {
      return formatter.formatSourceAndFixImports(text);
    } catch (FormatterException e) {
      throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
    }
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e); // every JDK has it
    }
  }
}
