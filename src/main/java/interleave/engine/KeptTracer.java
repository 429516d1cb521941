package interleave.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tracer for Python where it stays between runs, in a folder of the user's that is named after
 * its content. Every traced process imports it; so it is compiled once for each version of Python
 * and not in each run. What stands in the folder is compared before it is used. Wherever anything
 * is not as it should be, there is no such folder, and a run has a copy of its own.
 */
final class KeptTracer {
  private static final String NAME = "python-";
  private static final Duration UNUSED = Duration.ofDays(30);
  private static final String OWNER_ONLY = "rwx------";
  private static final long LONGEST_COMPILATION_S = 20;

  private final Path home;

  /** Keeps tracers in that folder, which need not be there yet. */
  KeptTracer(Path home) {
    this.home = home;
  }

  /** That of the user who runs Interleave. */
  static KeptTracer ofUser() {
    Path home = Path.of(System.getProperty("user.home", "."));
    return new KeptTracer(folder(System.getProperty("os.name", ""), System::getenv, home));
  }

  /** Where this system keeps what can be made again. */
  static Path folder(String system, UnaryOperator<@Nullable String> environment, Path home) {
    String lower = system.toLowerCase(Locale.ROOT);
    String local = environment.apply("LOCALAPPDATA");
    String xdg = environment.apply("XDG_CACHE_HOME");
    if (lower.startsWith("windows") && local != null && !local.isBlank()) {
      return Path.of(local).resolve("Interleave").resolve("Cache");
    }
    if (lower.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches").resolve("Interleave");
    }
    boolean named = xdg != null && Path.of(xdg).isAbsolute();
    return (named ? Path.of(xdg) : home.resolve(".cache")).resolve("interleave");
  }

  /**
   * Makes {@code link} lead to a folder with these files, compiled for that Python if it is known.
   *
   * @return whether it does
   */
  boolean link(Path link, Map<String, byte[]> files, @Nullable Interpreter python) {
    try {
      Path folder = home.resolve(NAME + nameOf(files));
      Files.createDirectories(home.resolveSibling(""));
      if (!isOwners(home, link) || !isOwners(folder, link)) {
        return false;
      }
      if (!lay(files, folder)) {
        return false;
      }
      Instant now = Instant.now();
      Files.setLastModifiedTime(folder, FileTime.from(now));
      forgetUnused(now.minus(UNUSED));
      if (python != null) {
        compile(folder, python);
      }
      Files.createSymbolicLink(link, folder);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Makes the folder; only who owns the recording may own it, and enter it. */
  private static boolean isOwners(Path folder, Path link) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    if (!Files.isDirectory(folder)) {
      FileAttribute<?> owner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
      Files.createDirectory(folder, owner);
    }
    return Files.getOwner(folder).equals(Files.getOwner(link.resolveSibling("")))
        && PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)).equals(OWNER_ONLY);
  }

  /** Writes what is missing or another, each file at once: others may be reading. */
  private boolean lay(Map<String, byte[]> files, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Path file = folder.resolve(each.getKey());
      if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), each.getValue())) {
        continue;
      }
      Files.createDirectories(file.resolveSibling(""));
      Path whole = Files.createTempFile(home, "new", null);
      Files.write(whole, each.getValue());
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    Set<String> there = new HashSet<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(each -> each.toString().endsWith(".py"))
          .forEach(each -> there.add(folder.relativize(each).toString()));
    }
    return there.equals(files.keySet()); // Python would find a file too many
  }

  /** Deletes those of other versions of Interleave. */
  private void forgetUnused(Instant limit) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(home, NAME + "*")) {
      for (Path each : all) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(limit)) {
          delete(each);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** Once for each version, so that not even the first process of a run has to. */
  private static void compile(Path folder, Interpreter python) {
    Path mark = folder.resolve("compiled-" + python.version());
    if (Files.exists(mark)) {
      return;
    }
    try {
      Process process = compiler(folder, python).start();
      try {
        process.getOutputStream().close();
        if (process.waitFor(LONGEST_COMPILATION_S, TimeUnit.SECONDS)) {
          Files.write(mark, new byte[0]); // also where it failed: it would the next time
        }
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      // Then each process compiles what it imports.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ProcessBuilder compiler(Path folder, Interpreter python) {
    String path = python.path().toString();
    ProcessBuilder builder =
        new ProcessBuilder(path, "-I", "-S", "-m", "compileall", "-q", folder.toString());
    return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  private static String nameOf(Map<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        digest.update(each.getKey().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(each.getValue());
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
