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
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The tracer for Python, which is a resource of this package and becomes a folder of the recording:
 * so every run has the tracer of the Interleave that made it, and it goes with the recording.
 */
final class PythonTracer {
  /** In the recording's folder. */
  static final String FOLDER = "python";

  private static final String ENTRY = "python/sitecustomize.py";
  private static final String PLACE = "interleave/engine/python/";

  private PythonTracer() {}

  /** Lays the tracer out in the recording's folder; returns what is to be first on PYTHONPATH. */
  static Path unpack(Path recording) throws IOException {
    URL entry = PythonTracer.class.getResource(ENTRY);
    if (entry == null) {
      throw new IOException(Words.of("engine").get("own.python"));
    }
    Path folder = Files.createDirectory(recording.resolve(FOLDER));
    if (entry.openConnection() instanceof JarURLConnection connection) {
      try (JarFile jar = connection.getJarFile()) {
        unpack(jar, folder);
      }
    } else {
      copy(uri(entry), folder);
    }
    return folder;
  }

  private static void unpack(JarFile jar, Path folder) throws IOException {
    List<ZipEntry> entries =
        jar.stream()
            .filter(each -> each.getName().startsWith(PLACE) && !each.isDirectory())
            .map(ZipEntry.class::cast)
            .toList();
    for (ZipEntry each : entries) {
      try (InputStream in = jar.getInputStream(each)) {
        copy(in, folder.resolve(each.getName().substring(PLACE.length())));
      }
    }
  }

  /** From a folder of classes, or from the image of the runtime. */
  private static void copy(URI entry, Path folder) throws IOException {
    Path from = Path.of(entry).getParent();
    if (from == null) {
      throw new IOException(Words.of("engine").get("own.python"));
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".py")).toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          copy(in, folder.resolve(from.relativize(file).toString()));
        }
      }
    }
  }

  private static void copy(InputStream in, Path file) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.copy(in, file);
  }

  private static URI uri(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
