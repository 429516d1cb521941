package interleave.engine;

import interleave.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * The tracer for Python, which is a resource of this package and becomes a folder of the recording:
 * so every run has the tracer of the Interleave that made it. Where it can be kept between runs,
 * with what Python compiles of it, that folder is a link to the one that is kept.
 */
final class PythonTracer {
  /** In the recording's folder. */
  static final String FOLDER = "python";

  private static final String ENTRY = "python/sitecustomize.py";
  private static final String PLACE = "interleave/engine/python/";

  private PythonTracer() {}

  /**
   * Lays the tracer out in the recording's folder; returns what is to be first on PYTHONPATH.
   *
   * @param kept where it may be kept between runs; null where it may not
   * @param python what is going to run the program, if that is known
   */
  static Path unpack(Path recording, @Nullable KeptTracer kept, @Nullable Interpreter python)
      throws IOException {
    Map<String, byte[]> files = files();
    Path folder = recording.resolve(FOLDER);
    if (kept != null && kept.link(folder, files, python)) {
      return folder;
    }
    Files.createDirectory(folder);
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, each.getValue());
    }
    return folder;
  }

  /** What it consists of, by the paths in its folder. */
  static Map<String, byte[]> files() throws IOException {
    URL entry = PythonTracer.class.getResource(ENTRY);
    if (entry == null) {
      throw new IOException(Words.of("engine").get("own.python"));
    }
    Map<String, byte[]> files = new TreeMap<>();
    if (entry.openConnection() instanceof JarURLConnection connection) {
      try (JarFile jar = connection.getJarFile()) {
        read(jar, files);
      }
    } else {
      read(uri(entry), files);
    }
    return files;
  }

  private static void read(JarFile jar, Map<String, byte[]> files) throws IOException {
    List<ZipEntry> entries =
        jar.stream()
            .filter(each -> each.getName().startsWith(PLACE) && !each.isDirectory())
            .map(ZipEntry.class::cast)
            .toList();
    for (ZipEntry each : entries) {
      try (InputStream in = jar.getInputStream(each)) {
        files.put(each.getName().substring(PLACE.length()), in.readAllBytes());
      }
    }
  }

  /** From a folder of classes, or from the image of the runtime. */
  private static void read(URI entry, Map<String, byte[]> files) throws IOException {
    Path from = Path.of(entry).getParent();
    if (from == null) {
      throw new IOException(Words.of("engine").get("own.python"));
    }
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(each -> each.toString().endsWith(".py")).toList()) {
        files.put(from.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
  }

  private static URI uri(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
